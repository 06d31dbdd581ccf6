import { fieldsOf, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import type { OwnPromise } from '#lib/domain/asked-again.ts';
import { isAnswer } from '#lib/domain/coverage.ts';
import { countedField, countedIn } from '#lib/domain/own-count.ts';
import { coverageFields, type Member } from '#lib/domain/coverage-form.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { allConfirmed, promisesOf, stillField } from '#lib/domain/stable-fact.ts';
import { readRegisterCounts, type RegisterCounts } from '#lib/server/case/count.ts';
import { readLastChange } from '#lib/server/answer-change.ts';
import { listHosts, listRoundMembers, type Host } from '#lib/server/coverage.ts';
import { listHelpers } from '#lib/server/answer-helper.ts';
import type { Db } from '#lib/server/db.ts';
import { readDraft, type Draft } from '#lib/server/draft.ts';
import { listPromises } from '#lib/server/promise.ts';
import { listVersions, previousAnswers, type Report } from '#lib/server/report.ts';
import { readDraftState, type DraftState } from './draft-state.ts';
import type { Respondent } from './respondent.ts';

type Previous = { roundName: string; answers: Answers };

/** What a municipality has typed, sent and answered before; `fields` is what its form starts with. */
export type OwnAnswer = {
  fields: Fields;
  basedOn: Date | null;
  draftSavedAt: Date | null;
  version: number | null;
  previous: Previous | null;
  draft: DraftState;
  helpers: { name: string }[];
  /** What the municipality has promised by an answer or in a talk. */
  promises: OwnPromise[];
  /** The other municipalities of the round, the hosts that concern this one, and what its latest version says of them. */
  members: Member[];
  hosts: Host[];
  said: Pick<Report, 'coverage'> | null;
  /** What the municipality's own register has counted; null where there is none, or who asks may not know. */
  register: RegisterCounts | null;
};

/** Reads it in one transaction, so that the form knows which change it is built on. */
export async function readOwnAnswer(db: Db, { actor, questionnaire }: Respondent, now: Date): Promise<OwnAnswer> {
  const { roundId, municipalityNo } = actor;
  const { draft, latest, previous, last, state, helpers, promises, members, hosts, register } = await db.transaction(
    actor,
    async (tx) => ({
      draft: await readDraft(tx, roundId, municipalityNo),
      latest: (await listVersions(tx, roundId, municipalityNo))[0],
      previous: await previousAnswers(tx, roundId, municipalityNo),
      last: await readLastChange(tx, actor),
      state: await readDraftState(tx, actor, now),
      helpers: await listHelpers(tx, actor),
      promises: await listPromises(tx, municipalityNo),
      members: await listRoundMembers(tx),
      hosts: await listHosts(tx),
      register: await readRegisterCounts(tx, now)
    })
  );
  return {
    fields: startOf(questionnaire, { draft, latest, previous, members }),
    basedOn: last?.at ?? null,
    draftSavedAt: draft?.savedAt ?? null,
    version: latest?.version ?? null,
    draft: state,
    helpers: helpers.map(({ name }) => ({ name })),
    promises: promises.map(({ duty, text, dueOn, state }) => ({ duty, text, dueOn, state })),
    previous,
    ...{ members, hosts, register, said: latest ? { coverage: latest.coverage } : null }
  };
}

type Begun = { draft: Draft | null; latest: Report | undefined; previous: Previous | null; members: readonly Member[] };

function startOf(questionnaire: Questionnaire, { draft, latest, previous, members }: Begun): Fields {
  if (draft) return draft.fields;
  const covering = coverageFields(questionnaire, latest?.coverage ?? null, members);
  if (latest && isAnswer(latest)) return { ...sentFields(questionnaire, latest, previous), ...covering };
  return { ...(previous ? stableFields(questionnaire, previous.answers) : {}), ...covering };
}

/** What was sent, with the facts confirmed that were confirmed then. */
function sentFields(
  questionnaire: Questionnaire,
  { answers, carried, sources }: Report,
  previous: Previous | null
): Fields {
  const fields = allConfirmed(questionnaire, previous?.answers ?? {}, fieldsOf(questionnaire, answers));
  const counted = countedIn(answers, sources);
  const kept = Object.entries(fields).filter(([name]) => !carried.map(stillField).includes(name));
  return { ...Object.fromEntries(kept), ...(counted && { [countedField]: counted }) };
}

/** What seldom changes from one round to the next, to be confirmed and not typed again; never a count nor a plan. */
export function stableFields(questionnaire: Questionnaire, answers: Answers): Fields {
  const planned = promisesOf(questionnaire, answers).flatMap(({ question }) => [
    question.key,
    ...(question.options ?? []).flatMap(({ followUp }) => followUp ?? [])
  ]);
  const unit = questionnaire.questions.filter(({ group, key }) => group === 'unit' && !planned.includes(key));
  const names = new Set(unit.flatMap(({ key }) => [key, statusField(key)]));
  return Object.fromEntries(Object.entries(fieldsOf(questionnaire, answers)).filter(([name]) => names.has(name)));
}
