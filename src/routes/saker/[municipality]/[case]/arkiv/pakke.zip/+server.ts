import { settingOn } from '#lib/domain/case/case-setting.ts';
import { dayOf } from '#lib/domain/day.ts';
import { readArchivedCase } from '#lib/server/case/archive.ts';
import { recordExport } from '#lib/server/case/export.ts';
import { listSettings } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { asArchivist } from '../open-archive.ts';
import { packageOf } from '../package.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, user } = locals;
  const by = user.kind === 'person' ? user.name : '';
  const { bytes, name } = await asArchivist(locals, { url, params }, async (register, { file, personId }) => {
    if (!app.posting) throw Problem.notFound();
    const { tx, at } = register;
    const one = await readArchivedCase(register, app.posting.vault, file);
    const setting = settingOn(await listSettings(tx, file.unitNo), dayOf(at));
    const { bytes, documents, sha256 } = await packageOf(one, { at, by, setting }, locals);
    await recordExport(tx, file, { by: personId, documents, sha256 }, at);
    return { bytes, name: `arkivpakke-${file.municipalityNo}-${file.year}-${file.number}.zip` };
  });
  return new Response(bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store'
    }
  });
};
