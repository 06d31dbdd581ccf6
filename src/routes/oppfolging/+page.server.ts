import { countiesOf } from '#lib/domain/access.ts';
import { keptShare } from '#lib/domain/promise.ts';
import { deskViewOf, isInDeskView } from '#lib/domain/desk-view.ts';
import { countiesAt } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import { readDesk } from '#lib/server/desk.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { deskMapPart } from '#lib/ui/desk/desk-map.ts';
import type { PageServerLoad } from './$types';
import { namesOfDesk, openDesk } from './desk.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, language } = locals;
  const { user, today } = openDesk(locals, url);
  const { geography } = app.reference;
  const towns = await readDesk(app, user);
  const numbers = new Set(towns.map(({ countyNumber }) => countyNumber));
  const counties = countiesAt(geography, today).filter(({ number }) => numbers.has(number));
  const nameOf = (number: string) => counties.find((one) => one.number === number)?.name ?? number;
  const county = counties.find(({ number }) => number === url.searchParams.get('fylke'))?.number ?? null;
  const view = deskViewOf(url.searchParams.get('vis'));
  const inCounty = towns.filter(({ countyNumber }) => county === null || countyNumber === county);
  const tiles = inCounty.map(({ municipalityNo: number, name, countyNumber, reasons }) => ({
    ...{ number, name, reasons, county: nameOf(countyNumber) },
    ...tilePlace(geography, 'norge', number)
  }));
  return {
    ...{ view, county, today, all: inCounty.length },
    names: namesOfDesk(locals, user),
    hasPackage: countiesOf(user).length > 0,
    hasRounds: towns.some(({ rounds }) => rounds.length > 0),
    isSynthetic: towns.some(({ rounds }) => rounds.some(({ isSynthetic }) => isSynthetic)),
    counties: counties.map(({ number, name }) => ({ number, name })),
    kept: keptShare(
      inCounty.flatMap(({ promises }) => promises),
      today
    ),
    map: tiles.length > 0 ? deskMapPart(tiles, language, svgDocument) : null,
    towns: inCounty
      .filter((town) => isInDeskView(town, view))
      .map((town) => ({ ...town, county: nameOf(town.countyNumber) }))
  };
};
