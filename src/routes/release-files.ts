import { languages } from '#lib/domain/language.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { releaseFormats } from '#lib/domain/release-format.ts';
import type { App } from '#lib/server/app.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { releaseFiles } from '#lib/server/release-files/formats.ts';
import type { FilesProgress } from '#lib/server/release-freezing.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseReading } from '#lib/ui/release-files/reading.ts';

/** Every file of a release in every language, to be frozen when it is approved at that moment. */
export async function filesToFreeze(
  { origin, questionnaires }: Pick<App, 'origin' | 'questionnaires'>,
  content: ReleaseContent,
  at: Date,
  tell: (progress: FilesProgress) => void = () => undefined
): Promise<ReleaseFile[]> {
  const { korusRegion, slug, version, madeBy } = content;
  const questionnaire = questionnaires.find((one) => `${one.id}-v${one.version}` === madeBy.questionnaire);
  if (!questionnaire) throw new Error(`unknown questionnaire: ${madeBy.questionnaire}`);
  const address = `${origin}/utgivelser/${korusRegion}/${slug}/${version}`;
  const files: ReleaseFile[] = [];
  const all = languages.length * releaseFormats.length;
  let made = 0;
  for (const language of languages) {
    const reading = releaseReading({ content, language, questionnaire, address, at, document: svgDocument });
    files.push(...(await releaseFiles(reading, () => tell({ made: (made += 1), all }))));
  }
  return files;
}
