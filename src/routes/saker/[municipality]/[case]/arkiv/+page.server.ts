import { listDispatches } from '#lib/server/dispatch/outbox.ts';
import { listDocuments } from '#lib/server/case/document.ts';
import { listExports } from '#lib/server/case/export.ts';
import { asArchivist } from './open-archive.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  asArchivist(locals, { url, params }, async ({ tx }, { file }) => {
    const { municipalityNo, id } = file;
    const documents = await listDocuments(tx, { municipalityNo, id, of: 'case' });
    const messages = await listDispatches(tx, municipalityNo, id);
    return {
      ...{ number: file.number, year: file.year, key: params, isClosed: file.state === 'closed' },
      letters: messages.filter(({ channel, state }) => channel !== 'sms' && state !== 'cancelled').length,
      documents: documents.length,
      exports: await listExports(tx, file)
    };
  });
