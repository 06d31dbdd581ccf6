import { listDispatches } from '#lib/server/dispatch/outbox.ts';
import { listExports } from '#lib/server/case/export.ts';
import { asArchivist } from './open-archive.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  asArchivist(locals, { url, params }, async ({ tx }, { file }) => {
    const messages = await listDispatches(tx, file.municipalityNo, file.id);
    return {
      ...{ number: file.number, year: file.year, key: params, isClosed: file.state === 'closed' },
      letters: messages.filter(({ channel, state }) => channel !== 'sms' && state !== 'cancelled').length,
      exports: await listExports(tx, file)
    };
  });
