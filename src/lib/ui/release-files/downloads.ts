import { languages, type Language } from '#lib/domain/language.ts';
import { formatOf, releaseFormats, type ReleaseFormatId } from '#lib/domain/release-format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

type Named = { name: string };
/** The files of one format, with what it is good for. */
export type Download<File extends Named> = { id: ReleaseFormatId; label: string; means: string; files: File[] };

/** The files of a release in a language by format, in the order of the formats; those of other languages are left out. */
export function downloadsOf<File extends Named>(files: readonly File[], language: Language): Download<File>[] {
  const { formats } = messagesIn(language).releaseFiles;
  const others = languages.filter((one) => one !== language);
  const own = files.filter(({ name }) => !others.some((other) => new RegExp(`-v\\d+-${other}[-.]`).test(name)));
  return releaseFormats.flatMap(({ id }) => {
    const found = own.filter(({ name }) => formatOf(name) === id);
    return found.length === 0 ? [] : [{ id, ...formats[id], files: found }];
  });
}
