import { may } from '#lib/domain/access.ts';
import { Problem } from '#lib/server/problem.ts';
import { actorOf } from '#lib/server/person.ts';
import { findPublicRelease, listReleaseFiles } from '#lib/server/public-release.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRound } from '#lib/server/round.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseCharts } from '#lib/ui/publication/charts.ts';
import { keySentences } from '#lib/ui/publication/key-sentences.ts';
import { searchMunicipalities } from '#lib/ui/publication/municipality-search.ts';
import { downloadsOf } from '#lib/ui/release-files/downloads.ts';
import { figureTable } from '#lib/ui/publication/release-figures.ts';

type Address = { region: string; round: string; version?: string };
const mostTyped = 100;

/** A release by its address, for whoever may read it now; others find nothing. */
export async function openPublication({ app, user }: App.Locals, { region, round, version }: Address) {
  const wanted = version === undefined ? null : /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0;
  const address = { region, round, version: wanted };
  const seen = await app.db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
  if (seen || user.kind !== 'person') return seen ?? notFound();
  const early = await app.db.transaction(actorOf(user), (tx) => findPublicRelease(tx, address));
  // The store shows it to advisers of the region and to those who were invited.
  if (!early || !may(user, { action: 'read_release_early', region, isInvited: true })) throw Problem.notFound();
  return early;
}

/** The page of a release, made from what was frozen alone. */
export async function publicationPage(locals: App.Locals, params: Address, url: URL) {
  const { app, language } = locals;
  const release = await openPublication(locals, params);
  const { id, version, title, isWithdrawn, isPublic, newest, publishedAt, contentHash, embargoUntil } = release;
  const about = {
    ...{ id, version, title: title[language], isWithdrawn, isPublic, newest, publishedAt, contentHash, embargoUntil },
    ...{ region: params.region, slug: params.round }
  };
  const { content } = release;
  if (content === null) return { about, said: null };
  const files = await app.db.transaction({ kind: 'public' }, (tx) => listReleaseFiles(tx, id));
  const round = await app.db.transaction({ kind: 'public' }, (tx) => findRound(tx, release.roundId));
  if (!round) throw Problem.notFound();
  const typed = (url.searchParams.get('kommune') ?? '').slice(0, mostTyped);
  return {
    about,
    said: {
      round: content.round,
      note: content.note,
      keys: keySentences(content, language),
      sentences: content.sentences[language],
      footnotes: content.footnotes[language],
      estimates: content.estimates,
      charts: releaseCharts(content, language, svgDocument),
      table: figureTable(content, language),
      typed,
      found: searchMunicipalities(content, questionnaireOf(app.questionnaires, round), typed, language),
      madeBy: content.madeBy,
      downloads: downloadsOf(files, language)
    }
  };
}

function notFound(): never {
  throw Problem.notFound();
}
