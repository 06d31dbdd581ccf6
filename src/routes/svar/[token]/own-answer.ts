import { fieldsOf, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { readLastChange } from '#lib/server/answer-change.ts';
import { listHelpers } from '#lib/server/answer-helper.ts';
import type { Db } from '#lib/server/db.ts';
import { readDraft, type Draft } from '#lib/server/draft.ts';
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
  prefilledFrom: string | null;
};

/** Reads it in one transaction, so that the form knows which change it is built on. */
export async function readOwnAnswer(db: Db, { actor, questionnaire }: Respondent, now: Date): Promise<OwnAnswer> {
  const { roundId, municipalityNo } = actor;
  const { draft, latest, previous, last, state, helpers } = await db.transaction(actor, async (tx) => ({
    draft: await readDraft(tx, roundId, municipalityNo),
    latest: (await listVersions(tx, roundId, municipalityNo))[0],
    previous: await previousAnswers(tx, roundId, municipalityNo),
    last: await readLastChange(tx, actor),
    state: await readDraftState(tx, actor, now),
    helpers: await listHelpers(tx, actor)
  }));
  return {
    ...startOf(questionnaire, draft, latest, previous),
    basedOn: last?.at ?? null,
    draftSavedAt: draft?.savedAt ?? null,
    version: latest?.version ?? null,
    draft: state,
    helpers: helpers.map(({ name }) => ({ name })),
    previous
  };
}

function startOf(
  questionnaire: Questionnaire,
  draft: Draft | null,
  latest: Report | undefined,
  previous: Previous | null
): Pick<OwnAnswer, 'fields' | 'prefilledFrom'> {
  if (draft) return { fields: draft.fields, prefilledFrom: null };
  if (latest) return { fields: fieldsOf(questionnaire, latest.answers), prefilledFrom: null };
  if (previous) {
    return { fields: stableFields(questionnaire, previous.answers), prefilledFrom: previous.roundName };
  }
  return { fields: {}, prefilledFrom: null };
}

/** What seldom changes from one round to the next, to be confirmed and not typed again; never a count. */
export function stableFields(questionnaire: Questionnaire, answers: Answers): Fields {
  const unit = questionnaire.questions.filter(({ group }) => group === 'unit');
  const names = new Set(unit.flatMap(({ key }) => [key, statusField(key)]));
  return Object.fromEntries(Object.entries(fieldsOf(questionnaire, answers)).filter(([name]) => names.has(name)));
}
