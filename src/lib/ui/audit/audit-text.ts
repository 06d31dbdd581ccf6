import { isLetterKind } from '#lib/domain/mail-plan.ts';
import type { Answers } from '#lib/domain/answer.ts';
import { auditActions, isAuditAction, type AuditAction, type AuditRow } from '#lib/domain/audit.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Language } from '#lib/domain/language.ts';
import { withAddon, type Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Role } from '#lib/domain/role.ts';
import type { Round } from '#lib/domain/round.ts';
import { unitName } from '#lib/domain/unit.ts';
import { formatDate, formatMoment, formatNumber, sentenceCase } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { changedLines } from '#lib/ui/answer/answer-text.ts';
import { coverageText, readCoverage } from '#lib/ui/answer/coverage-text.ts';

/** What the rows of an audit are put into words with. */
export type AuditScene = {
  language: Language;
  geography: Geography;
  rounds: readonly Round[];
  questionnaires: readonly Questionnaire[];
};

/** A question and what stands there now, or in later versions "from this to that". */
export type ChangeLine = { key: string; question: string; answer: string };

/** Who did it, as a sentence begins: a name, whose link, or what the system was doing. */
export function actorText({ actorKind, actorId, actorName }: AuditRow, scene: AuditScene): string {
  const text = messagesIn(scene.language).audit;
  if (actorName !== null) return actorName;
  if (actorKind === 'system') {
    const task = text.tasks[actorId ?? ''];
    return sentenceCase(task === undefined ? text.system : text.systemDoing(task));
  }
  if (actorKind === 'respondent') {
    const [roundId = '', unitId] = actorId?.split('/') ?? [];
    if (unitId === undefined) return sentenceCase(text.colleague); // deleted since
    return sentenceCase(text.linkHolder(municipalityName(unitId, scene), roundName(roundId, scene)));
  }
  return sentenceCase(actorKind === 'owner' ? text.owner : text.nobody);
}

/** What was done, after the name of who did it. */
export function actionText(row: AuditRow, scene: AuditScene): string {
  const text = messagesIn(scene.language).audit;
  if (!isAuditAction(row.action)) return text.unknownAction(row.action);
  const registered = row.action === 'report_submitted' ? text.registered[String(row.detail.channel)] : undefined;
  return (registered ?? text.actions[row.action])(subjectText(row, scene), detailText(row, scene));
}

/** What a row tells was changed: the contact, answers in the words of the questionnaire, or for whom it was answered. */
export function changeLines(row: AuditRow, scene: AuditScene): ChangeLine[] {
  return [...contactLines(row, scene), ...answerLines(row, scene), ...coverageLines(row, scene)];
}

function coverageLines({ change, detail }: AuditRow, scene: AuditScene): ChangeLine[] {
  const pair: unknown[] | undefined = change?.coverage;
  if (!pair) return [];
  const [before = '', after = ''] = pair.map((one) =>
    coverageText(readCoverage(one), { language: scene.language, nameOf: (number) => municipalityName(number, scene) })
  );
  const { audit, coverage } = messagesIn(scene.language);
  const answer = detail.version === 1 ? after : audit.fromTo(before, after);
  return [{ key: 'coverage', question: coverage.said.label, answer }];
}

function municipalityName(unitId: string, { geography }: AuditScene): string {
  return unitName(geography, { unitType: 'municipality', unitId }) ?? unitId;
}

function contactLines({ change }: AuditRow, { language }: AuditScene): ChangeLine[] {
  const contact: unknown[] | undefined = change?.contact;
  if (!contact) return [];
  const text = messagesIn(language).audit;
  const [before, after] = contact.map((one) => (typeof one === 'string' ? one : text.noContact));
  return [{ key: 'contact', question: text.contact, answer: text.fromTo(before ?? '', after ?? '') }];
}

function answerLines({ change, subject }: AuditRow, scene: AuditScene): ChangeLine[] {
  const round = roundOf(subject, scene);
  const core = scene.questionnaires.find(
    ({ id, version }) => id === round?.questionnaireId && version === round.questionnaireVersion
  );
  if (change === null || !round || !core) return [];
  const questionnaire = withAddon(core, round.addon);
  const answers = Object.entries(change).filter(([key]) => key !== 'coverage');
  const [before, after] = [0, 1].map((side) =>
    Object.fromEntries(answers.flatMap(([key, pair]) => (pair[side] ? [[key, pair[side]]] : [])))
  ) as [Answers, Answers];
  const { fromTo } = messagesIn(scene.language).audit;
  const isFirst = Object.keys(before).length === 0;
  return changedLines(questionnaire, before, after, scene.language).map((line) => ({
    key: line.key,
    question: line.question,
    answer: isFirst ? line.after : fromTo(line.before, line.after)
  }));
}

/** Whether what a row tells was answered is made up, and must be labelled so. */
export function isSynthetic({ subject }: AuditRow, scene: AuditScene): boolean {
  return roundOf(subject, scene)?.dataKind === 'synthetic';
}

function subjectText(row: AuditRow, scene: AuditScene): string {
  const text = messagesIn(scene.language).audit;
  const { subject } = isAuditAction(row.action) ? auditActions[row.action] : { subject: 'none' };
  switch (subject) {
    case 'answer':
    case 'round':
      return roundName(row.subject, scene);
    case 'person':
      return row.subject === row.actorId ? text.self : (row.subjectName ?? text.nobody);
    default:
      return '';
  }
}

type Detail = AuditRow['detail'];

/** What an action's sentence says beside its subject, for those that say more. */
const details: Partial<Record<AuditAction, (detail: Detail, language: Language) => string>> = {
  report_read: versionText,
  report_submitted: versionText,
  report_confirmed: versionText,
  answer_accepted: versionText,
  answer_returned: versionText,
  review_undone: versionText,
  letters_queued: ({ letters }, language) => formatNumber(Number(letters), language),
  letters_planned: letterText,
  letter_worded: letterText,
  letter_restored: letterText,
  expected_frozen: ({ expected }, language) => formatNumber(Number(expected), language),
  views_forgotten: ({ count }, language) => formatNumber(Number(count), language),
  dry_run_made: ({ answered }, language) => formatNumber(Number(answered), language),
  round_changed: roundChanges,
  round_discarded: ({ name }) => String(name),
  expectation_changed: ({ status }, language) => messagesIn(language).audit.expectation[String(status)] ?? '',
  extension_given: ({ until }, language) => formatMoment(new Date(String(until)), language),
  session_started: ({ method }, language) => {
    const { methods } = messagesIn(language).audit;
    return methods[method as keyof typeof methods] ?? '';
  },
  grant_given: grantText,
  grant_withdrawn: grantText,
  setting_changed: ({ takesLinks, isReadOnly }, language) => {
    const { setting } = messagesIn(language).audit;
    return [setting.links(takesLinks === true), setting.lock(isReadOnly === true)].join(', ');
  }
};

function detailText({ action, detail }: AuditRow, scene: AuditScene): string {
  const { language } = scene;
  if (action === 'coverage_ruled') return rulingText(detail, scene);
  return (isAuditAction(action) && details[action]?.(detail, language)) || '';
}

function versionText({ version }: Detail, language: Language): string {
  return formatNumber(Number(version), language);
}

function grantText({ role, until }: Detail, language: Language): string {
  const name = messagesIn(language).roles.name[role as Role] ?? String(role);
  return typeof until === 'string' ? messagesIn(language).audit.roleUntil(name, formatDate(until, language)) : name;
}

function roundChanges({ changes }: AuditRow['detail'], language: Language): string {
  const text = messagesIn(language).audit;
  const said = (value: unknown) => {
    const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value : null;
    if (day === null) return String(value);
    return day.length === 10 ? formatDate(day, language) : formatMoment(new Date(day), language);
  };
  return Object.entries(changes as Record<string, [unknown, unknown]>)
    .map(([key, [before, after]]) => text.changeOf(text.changes[key] ?? key, text.fromTo(said(before), said(after))))
    .join(', ');
}

function rulingText({ host, municipality }: Detail, scene: AuditScene): string {
  const { ruledHost, ruledOwn } = messagesIn(scene.language).coverage.audit;
  const name = municipalityName(String(municipality), scene);
  return typeof host === 'string' ? ruledHost(municipalityName(host, scene), name) : ruledOwn(name);
}

function letterText({ kind }: Detail, language: Language): string {
  return isLetterKind(kind) ? messagesIn(language).followUp.kinds[kind] : '';
}

function roundName(subject: string, scene: AuditScene): string {
  return roundOf(subject, scene)?.name ?? messagesIn(scene.language).audit.earlierRound;
}

/** The round of a subject: its id, or its id and a municipality. */
function roundOf(subject: string, { rounds }: AuditScene): Round | undefined {
  const [roundId] = subject.split('/');
  return rounds.find(({ id }) => id === roundId);
}
