import { languages } from '#lib/domain/language.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { App } from '#lib/server/app.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { releaseFiles } from '#lib/server/release-files/formats.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseReading } from '#lib/ui/release-files/reading.ts';

/** Every file of a release in every language, to be frozen when it is approved at that moment. */
export async function filesToFreeze(
  { origin, questionnaires }: Pick<App, 'origin' | 'questionnaires'>,
  content: ReleaseContent,
  at: Date
): Promise<ReleaseFile[]> {
  const { korusRegion, slug, version, madeBy } = content;
  const questionnaire = questionnaires.find((one) => `${one.id}-v${one.version}` === madeBy.questionnaire);
  if (!questionnaire) throw new Error(`unknown questionnaire: ${madeBy.questionnaire}`);
  const address = `${origin}/utgivelser/${korusRegion}/${slug}/${version}`;
  const files: ReleaseFile[] = [];
  for (const language of languages) {
    const reading = releaseReading({ content, language, questionnaire, address, at, document: svgDocument });
    files.push(...(await releaseFiles(reading)));
  }
  return files;
}
