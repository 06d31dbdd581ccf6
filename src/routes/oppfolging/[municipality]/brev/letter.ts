import { deskLetterKinds, lettersFor } from '#lib/domain/desk-letter.ts';
import { findDeskAddress } from '#lib/server/desk-address.ts';
import { readDeskTown } from '#lib/server/desk.ts';
import { Problem } from '#lib/server/problem.ts';
import { deskLetter } from '#lib/ui/desk/letter-text.ts';
import { openDeskTown } from '../../desk.ts';

/** The letter of an address as things stand now, in the municipality's language; null when there is cause for none. */
export async function openLetter(locals: App.Locals, municipalityNo: string, url: URL) {
  const opened = openDeskTown(locals, municipalityNo, url);
  const { app } = locals;
  const town = await readDeskTown(app, opened.user, opened.town);
  const address = await app.db.transaction(opened.actor, (tx) => findDeskAddress(tx, municipalityNo));
  const language = address?.language ?? 'nb';
  const kinds = lettersFor(town.reasons);
  const asked = deskLetterKinds.find((kind) => kind === url.searchParams.get('mal'));
  if (asked && !kinds.includes(asked)) throw Problem.notFound();
  const kind = asked ?? kinds[0] ?? null;
  const letter = kind && deskLetter(kind, { ...town, writer: opened.user.name }, language);
  return { ...opened, address, language, kinds, kind, letter };
}
