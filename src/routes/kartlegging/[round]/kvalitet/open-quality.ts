import { may } from '#lib/domain/access.ts';
import { countiesAt } from '#lib/domain/geography.ts';
import type { QualityEntry } from '#lib/domain/quality-cell.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { readRoundBackground, type RoundBackground } from '#lib/server/background.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { openFollower, type Follower } from '../follow.ts';

export type QualityDesk = Follower & {
  user: PersonUser;
  questionnaire: Questionnaire;
  background: RoundBackground;
  counties: { number: string; name: string }[];
  nameOf: (municipalityNo: string) => string;
};

/** The round of an address for someone who reviews its answers; others find nothing. */
export async function openQuality(locals: App.Locals, roundId: string, url: URL): Promise<QualityDesk> {
  const follower = await openFollower(locals, roundId, url);
  const { round, municipalities } = follower;
  const { app, user } = locals;
  if (!may(user, { action: 'review_answers', korusRegion: round.korusRegion }) || user.kind !== 'person') {
    throw Problem.notFound();
  }
  const own = [...municipalities.values()].filter(({ korusRegion }) => korusRegion === round.korusRegion);
  const numbers = new Set(own.map(({ countyNumber }) => countyNumber));
  return {
    ...follower,
    user,
    questionnaire: questionnaireOf(app.questionnaires, round),
    background: await readRoundBackground(app, round),
    counties: countiesAt(app.reference.geography, round.periodEnd)
      .filter(({ number }) => numbers.has(number))
      .map(({ number, name }) => ({ number, name })),
    nameOf: (municipalityNo) => municipalities.get(municipalityNo)?.name ?? municipalityNo
  };
}

/** Entries with the names and counties of their municipalities. */
export function placed(desk: QualityDesk, entries: readonly QualityEntry[]) {
  return entries.map((entry) => ({
    ...entry,
    name: desk.nameOf(entry.municipalityNo),
    hostName: entry.hosted && desk.nameOf(entry.hosted.host),
    countyNo: desk.municipalities.get(entry.municipalityNo)?.countyNumber ?? ''
  }));
}

/** What is known of a round that its pages tell. */
export function roundFacts({ round: { id, name, dataKind } }: QualityDesk) {
  return { id, name, dataKind };
}
