import { isAnswer } from '#lib/domain/coverage.ts';
import type { Answers } from '#lib/domain/answer.ts';
import type { Language } from '#lib/domain/language.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import { questionOf } from '#lib/domain/questionnaire.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import type { App as Opened } from '#lib/server/app.ts';
import {
  inhabitantsOf,
  listServicePages,
  readPublic,
  similarOnes,
  speaksFor,
  spokeFor,
  type readOwn
} from '#lib/server/own-page.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { answerText } from '#lib/ui/answer/answer-text.ts';
import { historyPart, type OwnRound } from '#lib/ui/own-page/history.ts';
import { similarLines } from '#lib/ui/own-page/similar.ts';
import { standingPart } from '#lib/ui/own-page/standing.ts';
import type { Respondent } from '../respondent.ts';
import { municipalityNames } from '../round-members.ts';

type Read = Awaited<ReturnType<typeof readOwn>>;
type Public = Awaited<ReturnType<typeof readPublic>>;
type Seen = { own: Read; open: Public; language: Language };

/** Everything the page shows that needs both one's own answer and what the public has. */
export async function ownScene(app: Opened, respondent: Respondent, own: Read, language: Language) {
  const open = await readPublic(app, respondent.round);
  const seen = { own, open, language };
  const { municipalityNo } = respondent.actor;
  const similar = await withPages(
    app,
    similarOnes(app, { round: respondent.round, municipalityNo }, open.facts),
    respondent
  );
  return {
    isCovered: isCovered(respondent, seen),
    counts: countsOf(respondent, seen),
    ...standingOf(app, respondent, seen),
    similar: similarLines(similar, respondent.questionnaire, language),
    asked: own.conversations.map(({ id, questionKey, state, messages, openedAt }) => {
      const question = respondent.questionnaire.questions.find(({ key }) => key === questionKey);
      return { id, state, figure: question?.text[language] ?? null, lastAt: messages.at(-1)?.at ?? openedAt };
    })
  };
}

/** Those that answer for the municipality: the hosts that name it, else the one that the round's list has for it. */
export function hostsOf(hosts: Read['hosts'], isCoveredNow: boolean): string[] {
  const naming = hosts.filter(({ namesMe }) => namesMe);
  const telling = naming.length > 0 || !isCoveredNow ? naming : hosts.filter(({ hasAnswered }) => hasAnswered);
  return telling.map(({ host }) => host);
}

/** The page of each one's service, where the public knows that it has one. */
async function withPages(app: Opened, ones: ReturnType<typeof similarOnes>, { round }: Respondent) {
  const telling = ones.filter(({ webInfo }) => webInfo === 'yes').map(({ municipalityNo }) => municipalityNo);
  const system = { kind: 'system', task: 'service_pages' } as const;
  const pages = await app.db.transaction(system, (tx) => listServicePages(tx, round.id, telling));
  return ones.map((one) => ({ ...one, servicePage: pages.get(one.municipalityNo) ?? null }));
}

function isCovered({ actor }: Respondent, { open }: Seen): boolean {
  return open.facts.get(actor.municipalityNo)?.status === 'covered_by_host';
}

function countsOf(respondent: Respondent, seen: Seen) {
  const { own, open, language } = seen;
  const { covered_by_host: byHost } = messagesIn(language).statistics.status;
  return countIndicators.map(({ id, name }) => {
    const total = open.totalOf(id);
    return {
      ...{ id, label: name[language] },
      own:
        isCovered(respondent, seen) && !own.versions[0]
          ? byHost
          : answerText(questionOf(respondent.questionnaire, id), own.versions[0]?.answers[id], language),
      region: total?.value ?? null,
      reported: total?.reported ?? 0,
      expected: total?.expected ?? 0
    };
  });
}

/** The own cases beside the region's and beside those of earlier rounds; a host's with the inhabitants of all it speaks for. */
function standingOf({ reference }: Opened, respondent: Respondent, seen: Seen) {
  const { own, open, language } = seen;
  const { actor, round, municipalityName, korusName } = respondent;
  const [report] = own.versions;
  const answered = report && isAnswer(report) ? report : null;
  const others = answered ? speaksFor(answered.coverage, own.members, open.facts) : [];
  const receivedIn = (answers: Answers, date: string, behind: readonly string[]) => {
    const value = answers['cases_received']?.value;
    const population = inhabitantsOf(reference.geography, [actor.municipalityNo, ...behind], date);
    return typeof value === 'number' && population > 0 ? { count: value, population } : null;
  };
  const received = answered && receivedIn(answered.answers, round.periodEnd, others);
  const total = open.totalOf('cases_received');
  const region = total?.value == null ? null : { count: total.value, population: total.populationReported };
  const roundOf = (
    one: Pick<Round, 'name' | 'periodStart' | 'periodEnd' | 'dataKind'>,
    of: typeof received
  ): OwnRound => ({
    ...{ name: one.name, periodStart: one.periodStart, periodEnd: one.periodEnd },
    received: of && { count: of.count, exposure: of.population * daysOf(one) },
    isSynthetic: one.dataKind === 'synthetic'
  });
  const earlier = own.earlier.map((before) => {
    const behind = spokeFor(before.coverage, others);
    return roundOf(before.round, receivedIn(before.answers, before.round.periodEnd, behind));
  });
  return {
    others: others.map(municipalityNames({ reference }, round)),
    standing:
      answered && !isCovered(respondent, seen)
        ? standingPart({ own: received, region, name: municipalityName, regionName: korusName }, language, svgDocument)
        : null,
    history: answered ? historyPart([roundOf(round, received), ...earlier], language) : null
  };
}
