import { may } from '#lib/domain/access.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Round } from '#lib/domain/round.ts';
import { Problem } from '#lib/server/problem.ts';
import { actorOf } from '#lib/server/person.ts';
import { findPublicRelease, listReleaseFiles } from '#lib/server/public-release.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRound, findRoundBefore } from '#lib/server/round.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseCharts } from '#lib/ui/publication/charts.ts';
import { keySentences, regionOf } from '#lib/ui/publication/key-sentences.ts';
import { searchMunicipalities } from '#lib/ui/publication/municipality-search.ts';
import { factTable, figureTable } from '#lib/ui/publication/release-figures.ts';
import { sinceLast } from '#lib/ui/publication/since-last.ts';
import { downloadsOf } from '#lib/ui/release-files/downloads.ts';

type Address = { region: string; round: string; version?: string };
const mostTyped = 100;
const everybody = { kind: 'public' } as const;

/** A release by its address, for whoever may read it now; others find nothing. */
export async function openPublication({ app, user }: App.Locals, { region, round, version }: Address) {
  const wanted = version === undefined ? null : /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0;
  const address = { region, round, version: wanted };
  const seen = await app.db.transaction(everybody, (tx) => findPublicRelease(tx, address));
  if (seen || user.kind !== 'person') return seen ?? notFound();
  const early = await app.db.transaction(actorOf(user), (tx) => findPublicRelease(tx, address));
  // The store shows it to advisers of the region and to those who were invited.
  if (!early || !may(user, { action: 'read_release_early', region, isInvited: true })) throw Problem.notFound();
  return early;
}

/** The page of a release, made from what was frozen alone. */
export async function publicationPage(locals: App.Locals, params: Address, url: URL) {
  const { app, language, user } = locals;
  const release = await openPublication(locals, params);
  const { id, version, title, isWithdrawn, isPublic, newest, publishedAt, contentHash, embargoUntil } = release;
  const about = {
    ...{ id, version, title: title[language], isWithdrawn, isPublic, newest, publishedAt, contentHash, embargoUntil },
    ...{ region: params.region, slug: params.round },
    address: `${app.origin}/utgivelser/${params.region}/${params.round}/${version}`
  };
  const { content } = release;
  if (content === null) return { about, said: null };
  const reader = isPublic || user.kind !== 'person' ? everybody : actorOf(user);
  const files = await app.db.transaction(reader, (tx) => listReleaseFiles(tx, id));
  const round = await app.db.transaction(everybody, (tx) => findRound(tx, release.roundId));
  if (!round) throw Problem.notFound();
  const questionnaire = questionnaireOf(app.questionnaires, round);
  const typed = (url.searchParams.get('kommune') ?? '').slice(0, mostTyped);
  const area = chosenArea(content, url.searchParams.get('fylke'));
  return {
    about,
    said: {
      round: content.round,
      note: content.note,
      areas: areasOf(content, area),
      county: area === regionOf(content) ? null : area.slice('county:'.length),
      keys: keySentences({ content, area, language }),
      asked: keySentences({ content: { ...content, sentences: noSentences }, area: regionOf(content), language })[0]
        ?.base,
      missing: content.municipalities.filter(({ status }) => status === 'missing' || status === 'declined'),
      footnotes: content.footnotes[language],
      estimates: content.estimates,
      charts: releaseCharts(content, language, svgDocument),
      table: figureTable(content, language, { area }),
      whole: figureTable(content, language),
      facts: factTable(content, area, questionnaire, language),
      typed,
      found: searchMunicipalities(content, questionnaire, typed, language),
      since: await readSinceLast(locals, content, round),
      madeBy: content.madeBy,
      downloads: downloadsOf(files, language)
    }
  };
}

const noSentences = { nb: [], nn: [] };

/** The county that was asked for, when the release has it; else its region. */
function chosenArea(content: ReleaseContent, county: string | null): string {
  const wanted = `county:${county}`;
  return content.areas.some(({ type, id }) => `${type}:${id}` === wanted) ? wanted : regionOf(content);
}

function areasOf({ areas }: ReleaseContent, chosen: string) {
  return areas
    .filter(({ type }) => type !== 'municipality')
    .map(({ type, id, name }) => ({
      ...{ name, county: type === 'county' ? id : null },
      isChosen: `${type}:${id}` === chosen
    }));
}

/** What is another than in the newest release of the round before, where there is one of the same kind of figures. */
async function readSinceLast({ app, language }: App.Locals, content: ReleaseContent, round: Round) {
  const { korusRegion: region } = content;
  const earlier = await app.db.transaction(everybody, async (tx) => {
    const before = await findRoundBefore(tx, round);
    const release = before && (await findPublicRelease(tx, { region, round: before.slug, version: null }));
    return before && release?.content ? { before, release, content: release.content } : null;
  });
  if (!earlier || earlier.content.round.dataKind !== content.round.dataKind) return null;
  const { before, release } = earlier;
  const asked = (one: Round, said: ReleaseContent) => ({
    ...{ content: said, questionnaire: questionnaireOf(app.questionnaires, one) }
  });
  const sentences = sinceLast(asked(round, content), asked(before, earlier.content), language);
  return { slug: before.slug, title: release.title[language], sentences };
}

function notFound(): never {
  throw Problem.notFound();
}
