import { audienceSlugs } from '#lib/domain/county-package.ts';
import { packageFile, packageFormats } from '#lib/server/county-package-file.ts';
import { recordPackageExport } from '#lib/server/county-package-text.ts';
import { Problem } from '#lib/server/problem.ts';
import { packageReading, packageSheets } from '#lib/ui/desk/package-reading.ts';
import { packageSentences } from '#lib/ui/desk/package-text.ts';
import { openPackage } from '../package.ts';
import type { RequestHandler } from './$types';

// openPackage asks access.may for the county.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { actor, county, audience, round, opened } = await openPackage(locals, url);
  const format = packageFormats.find((one) => one === params.format);
  if (!format || !opened) throw Problem.notFound();
  const { pack, questionnaire, text } = opened;
  if (text.isWrong) throw Problem.conflict('try-again');
  const { app, language } = locals;
  const at = app.clock();
  const sentences = packageSentences(text, language);
  const told = { pack, questionnaire, language, sentences, at };
  const content = { reading: packageReading(told), sheets: packageSheets(told) };
  const { type, bytes } = await packageFile(format, content);
  const of = { county: county.number, roundId: round.id, audience };
  await app.db.transaction(actor, (tx) => recordPackageExport(tx, of, format, at));
  const name = `pakke-${county.number}-${round.slug}-${audienceSlugs[audience]}-${language}.${format}`;
  return new Response(bytes, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
  });
};
