import { z } from 'zod';
import { korusRegionIds, type Geography } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Db } from './db.ts';
import { openRound } from './opening.ts';
import { questionnaireOf } from './questionnaires.ts';
import { giveGrant } from './grant.ts';
import { addPerson } from './person.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const roundFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  korusRegion: z.enum(korusRegionIds),
  countyNumber: z
    .string()
    .regex(/^\d\d$/)
    .nullable()
    .default(null),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  questionnaireId: z.string(),
  questionnaireVersion: z.int(),
  periodStart: z.iso.date(),
  periodEnd: z.iso.date(),
  opensAt: moment,
  deadlineAt: moment,
  closesAt: moment.optional(),
  freezesAt: moment,
  contacts: z
    .array(z.strictObject({ municipalityNo: z.string().regex(/^\d{4}$/), name: z.string().min(1), email: z.email() }))
    .default([]),
  advisers: z.array(z.strictObject({ name: z.string().min(1), email: z.email() })).min(1)
});

export type RoundFile = z.infer<typeof roundFile>;

/** Reads the description of a round and its advisers; a wrong value throws one line that names it. */
export function parseRoundFile(text: string): RoundFile {
  const parsed = roundFile.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
}

type Opening = { geography: Geography; questionnaires: readonly Questionnaire[]; secret: string; at: Date };

/** Opens the round of a file and gives its advisers their role, all or nothing. Returns how many are expected. */
export async function openRoundFile(db: Db, file: RoundFile, opening: Opening): Promise<number> {
  const { advisers, contacts, countyNumber, ...described } = file;
  const round: Round = {
    ...described,
    closesAt: file.closesAt ?? file.freezesAt,
    dataKind: 'reported',
    openedAt: opening.at,
    copiedFrom: null,
    addon: []
  };
  questionnaireOf(opening.questionnaires, round);
  return db.transaction({ kind: 'system', task: 'seed' }, async (tx) => {
    const expected = await openRound(tx, round, opening, {
      korusRegion: file.korusRegion,
      countyNumber,
      contacts
    });
    for (const adviser of advisers) {
      const person = await addPerson(tx, adviser, opening.at);
      const grant = { role: 'adviser', unitType: 'korus_region', unitId: round.korusRegion } as const;
      await giveGrant(tx, { ...grant, personId: person.id }, opening.at);
    }
    return expected.length;
  });
}
