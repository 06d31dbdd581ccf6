import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { countiesAt, type Geography } from '#lib/domain/geography.ts';
import { releaseMethod } from '#lib/domain/release.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { PlannedArea } from '#lib/domain/release-plan.ts';
import { releasedFigures, releasedMunicipalities, type ReleaseSource } from '#lib/domain/released-figures.ts';
import type { Round } from '#lib/domain/round.ts';
import { unitName } from '#lib/domain/unit.ts';
import type { App } from './app.ts';
import { placesAt, readEntries } from './dataset.ts';
import type { Tx } from './db.ts';
import { questionnaireOf } from './questionnaires.ts';
import type { Release } from './release.ts';
import { noParts, type ReleaseParts } from './release-part.ts';

/** What a release is made from. */
export type ReleaseDesk = Pick<App, 'reference' | 'questionnaires'>;

/** The round as it stands, with its region, counties and municipalities. Before any protection: for the gate only. */
export async function readSource(tx: Tx, desk: ReleaseDesk, round: Round): Promise<ReleaseSource> {
  const { geography } = desk.reference;
  const entries = await readEntries(tx, round.id, placesAt(geography, round.periodEnd));
  const questionnaire = questionnaireOf(desk.questionnaires, round);
  return { entries, questionnaire, areas: areasOf(entries, geography, round) };
}

function areasOf(entries: ReleaseSource['entries'], geography: Geography, round: Round): PlannedArea[] {
  const { korusRegion: id, periodEnd } = round;
  const name = unitName(geography, { unitType: 'korus_region', unitId: id }) ?? id;
  const numbers = entries.map(({ municipalityNo }) => municipalityNo);
  const region: PlannedArea = { type: 'korus_region', id, name, members: numbers };
  const counties = countiesAt(geography, periodEnd).flatMap(({ number, name }): PlannedArea[] => {
    const members = entries.flatMap(({ countyNo, municipalityNo }) => (countyNo === number ? [municipalityNo] : []));
    return members.length === 0 ? [] : [{ type: 'county', id: number, name, members }];
  });
  const municipalities = numbers.map((number): PlannedArea => {
    const name = unitName(geography, { unitType: 'municipality', unitId: number }) ?? number;
    return { type: 'municipality', id: number, name, members: [number] };
  });
  return [region, ...counties, ...municipalities];
}

/**
 * What a release says: the figures of its plan but for those that may not be shown, who answered and how they have
 * arranged their duty, and the parts that others add. The order is fixed, so the same round gives the same content.
 */
export function contentOf(
  release: Pick<Release, 'id' | 'version' | 'plan' | 'title' | 'note'>,
  round: Round,
  made: { source: ReleaseSource; hidden: { has: (key: string) => boolean }; parts?: ReleaseParts; geography: Geography }
): ReleaseContent {
  const { source, hidden, parts = noParts, geography } = made;
  const figures = releasedFigures(source, release.plan, hidden);
  const told = new Set(figures.map(({ area }) => area));
  return {
    ...{ id: release.id, version: release.version, korusRegion: round.korusRegion, slug: round.slug },
    round: (({ id, name, periodStart, periodEnd, dataKind }) => ({ id, name, periodStart, periodEnd, dataKind }))(
      round
    ),
    title: { ...release.title, en: release.title.nb },
    note: release.note,
    areas: source.areas
      .filter(({ type, id }) => told.has(`${type}:${id}`))
      .map(({ type, id, name }) => ({ type, id, name })),
    figures,
    municipalities: releasedMunicipalities(source, (unit) => unitName(geography, unit) ?? unit.unitId),
    ...parts,
    madeBy: {
      questionnaire: `${round.questionnaireId}-v${round.questionnaireVersion}`,
      method: releaseMethod,
      code: codeVersion()
    }
  };
}

/** The hash of a content, or of what it is made from. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Changes with any answer, the plan, the rules and what was approved before: what the gate said of others does not hold. */
export function dataHashOf(source: ReleaseSource, release: Pick<Release, 'plan'>, earlier: readonly number[]): string {
  return hashOf([source.entries, source.areas, release.plan, earlier, releaseMethod]);
}

const packageFile = 'package.json';
const buildStamp = 'build/.stamp';

/** The version of the program, and the hash of the sources it was built from. */
function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  return existsSync(buildStamp) ? `${version}+${readFileSync(buildStamp, 'utf8').trim().slice(0, 12)}` : version;
}
