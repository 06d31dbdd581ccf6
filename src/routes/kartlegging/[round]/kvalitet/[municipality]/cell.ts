import { fieldsAsked } from '#lib/domain/soft-question.ts';
import type { Language } from '#lib/domain/language.ts';
import { cellsOf, type QualityEntry } from '#lib/domain/quality-cell.ts';
import type { Question, Questionnaire } from '#lib/domain/questionnaire.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { backgroundOf } from '#lib/server/background.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { listEarlierAnswers, readStanding } from '#lib/server/quality.ts';
import { readConversations } from '#lib/server/query-thread.ts';
import { recordCellRead } from '#lib/server/report-reading.ts';
import { isConfirmed, listConfirmations } from '#lib/server/report-confirmation.ts';
import { findReview } from '#lib/server/report-review.ts';
import { listVersions, previousAnswers } from '#lib/server/report.ts';
import { answerText } from '#lib/ui/answer/answer-text.ts';
import { reasonLines } from '#lib/ui/answer/reason-text.ts';
import { sourcedLines } from '#lib/ui/answer/source-text.ts';
import { spokenCell } from '#lib/ui/quality/grid.ts';
import type { QualityDesk } from '../open-quality.ts';

export type CellFacts = Awaited<ReturnType<typeof readCell>>;

/** The question that a figure's page is about, null for the whole answer; another name is not found. */
export function readQuestion({ questions }: Questionnaire, url: URL): Question | null {
  const key = url.searchParams.get('felt');
  const question = questions.find((one) => one.key === key);
  if (key !== null && !question) throw Problem.notFound();
  return question ?? null;
}

/** All that is known of one municipality's answer, in one transaction that tells of the reading. */
export async function readCell(tx: Tx, { round, background }: QualityDesk, municipalityNo: string, at: Date) {
  const assignment = await findAssignment(tx, round.id, municipalityNo);
  if (!assignment) throw Problem.notFound();
  const key = { roundId: round.id, municipalityNo };
  const versions = await listVersions(tx, round.id, municipalityNo);
  const version = versions[0]?.version;
  if (version !== undefined) await recordCellRead(tx, { ...key, version }, at);
  const standing = await readStanding(tx, round.id, municipalityNo);
  return {
    assignment,
    standing,
    versions,
    confirmations: await listConfirmations(tx, key),
    background: backgroundOf(
      background,
      municipalityNo,
      standing.isOwn ? await previousAnswers(tx, round.id, municipalityNo) : null
    ),
    earlier: await listEarlierAnswers(tx, round, municipalityNo),
    conversations: await readConversations(tx, key),
    review: version === undefined ? null : await findReview(tx, { ...key, version })
  };
}

/** The figures of an answer, each with what is to be said of it. */
export function figureLines(questionnaire: Questionnaire, facts: CellFacts, language: Language) {
  const cells = cellsOf(questionnaire, entryOf(facts));
  const lines = questionnaire.questions.map((question, index) => {
    const cell = cells[index];
    if (!cell) throw new Error('no cell for ' + question.key);
    return { key: question.key, question: question.text[language], answer: spokenCell(question, cell, language) };
  });
  const sources = facts.standing.isOwn ? (facts.versions[0]?.sources ?? {}) : {};
  return sourcedLines(lines, sources, language).map(({ answer, ...line }) => ({ ...line, value: answer }));
}

/** What a figure was in each version and in earlier rounds, the newest first. */
export function historyLines(question: Question, { versions, earlier }: CellFacts, language: Language) {
  return {
    versions: versions.map(({ version, submittedAt, submittedBy, channel, answers }) => ({
      ...{ version, submittedAt, submittedBy, channel },
      answer: answerText(question, answers[question.key], language)
    })),
    earlier: earlier.map(({ roundName, answers }) => ({
      roundName,
      answer: answerText(question, answers[question.key], language)
    }))
  };
}

/** The reasons that were given with the latest version, about one figure or about all. */
export function givenReasons(
  questionnaire: Questionnaire,
  { versions: [latest] }: CellFacts,
  question: Question | null,
  naming: { language: Language; nameOf: (municipalityNo: string) => string }
) {
  if (!latest) return [];
  return reasonLines(questionnaire, latest, naming).filter(
    ({ id }) => question === null || fieldsAsked(questionnaire, [id]).has(question.key)
  );
}

/** Whose report has the figures of a municipality, and whether some are its own; null when no other has. */
export function hostOf({ standing: { hosted } }: CellFacts, nameOf: (municipalityNo: string) => string) {
  return hosted && { municipalityNo: hosted.host, name: nameOf(hosted.host), hasFigures: hosted.answers !== null };
}

function entryOf(facts: CellFacts): QualityEntry {
  const { standing, versions, confirmations, background, conversations, review } = facts;
  const latest = standing.isOwn ? versions[0] : undefined;
  const report = latest ? { ...latest, isConfirmed: isConfirmed(latest, confirmations[0]?.version) } : null;
  return {
    ...{ municipalityNo: standing.municipalityNo, status: standing.status, hosted: standing.hosted },
    ...{ report, threads: conversations },
    first: report && versions.length > 1 ? (versions.at(-1)?.answers ?? null) : null,
    background,
    review: review?.state ?? 'unreviewed'
  };
}
