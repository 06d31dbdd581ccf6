import { fieldsOf, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { allConfirmed, promisesOf, stillField } from '#lib/domain/stable-fact.ts';
import { readLastChange } from '#lib/server/answer-change.ts';
import type { Db } from '#lib/server/db.ts';
import { readDraft, type Draft } from '#lib/server/draft.ts';
import { listVersions, previousAnswers, type Report } from '#lib/server/report.ts';
import type { Respondent } from './respondent.ts';

type Previous = { roundName: string; answers: Answers };

/** What a municipality has typed, sent and answered before; `fields` is what its form starts with. */
export type OwnAnswer = {
  fields: Fields;
  basedOn: Date | null;
  draftSavedAt: Date | null;
  version: number | null;
  previous: Previous | null;
};

/** Reads it in one transaction, so that the form knows which change it is built on. */
export async function readOwnAnswer(db: Db, { actor, questionnaire }: Respondent): Promise<OwnAnswer> {
  const { roundId, municipalityNo } = actor;
  const { draft, latest, previous, last } = await db.transaction(actor, async (tx) => ({
    draft: await readDraft(tx, roundId, municipalityNo),
    latest: (await listVersions(tx, roundId, municipalityNo))[0],
    previous: await previousAnswers(tx, roundId, municipalityNo),
    last: await readLastChange(tx, actor)
  }));
  return {
    fields: startOf(questionnaire, draft, latest, previous),
    basedOn: last?.at ?? null,
    draftSavedAt: draft?.savedAt ?? null,
    version: latest?.version ?? null,
    previous
  };
}

function startOf(
  questionnaire: Questionnaire,
  draft: Draft | null,
  latest: Report | undefined,
  previous: Previous | null
): Fields {
  if (draft) return draft.fields;
  if (latest) return sentFields(questionnaire, latest, previous);
  return previous ? stableFields(questionnaire, previous.answers) : {};
}

/** What was sent, with the facts confirmed that were confirmed then. */
function sentFields(questionnaire: Questionnaire, { answers, carried }: Report, previous: Previous | null): Fields {
  const fields = allConfirmed(questionnaire, previous?.answers ?? {}, fieldsOf(questionnaire, answers));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !carried.map(stillField).includes(name)));
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
