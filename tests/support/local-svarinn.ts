import { sealForCertificate } from '#lib/server/dispatch/cms.ts';
import { certificatePem } from './dispatch-keys.ts';
import { serveLocally, type Answer, type LocalServer } from './local-http.ts';

type Lying = { id: string; content: Buffer; files: { filnavn: string; mimetype: string }[] };
export type LocalSvarinn = LocalServer & {
  mailbox: Map<string, Lying>;
  rejected: { id: string; isFinal: boolean }[];
  /** Answers in the place of the next one. */
  instead: Answer | null;
};

export const mailboxUser = { user: 'mottaker', password: 'passord æøå' };

/** SvarInn as its documentation has it: list, fetch encrypted, acknowledge, reject. */
export async function startSvarinn(): Promise<LocalSvarinn> {
  const mailbox = new Map<string, Lying>();
  const rejected: LocalSvarinn['rejected'] = [];
  const credentials = Buffer.from(`${mailboxUser.user}:${mailboxUser.password}`).toString('base64');
  const respond = async (method: string, path: string, body: Buffer): Promise<Answer> => {
    if (method === 'GET' && path === '/svarinn/mottaker/hentNyeForsendelser') {
      return { status: 200, json: [...mailbox.values()].map(listed) };
    }
    const [, verb, id = ''] = /^\/svarinn\/(?:(\w+)\/)?forsendelse\/(.+)$/.exec(path) ?? [];
    const lying = mailbox.get(id);
    if (!lying) return { status: 404, json: {} };
    if (method === 'GET') return { status: 200, bytes: await sealForCertificate(certificatePem, lying.content) };
    if (verb === 'mottakFeilet') {
      const { permanent } = JSON.parse(body.toString()) as { permanent: boolean };
      rejected.push({ id, isFinal: permanent });
      if (!permanent) return { status: 200, json: {} };
    }
    mailbox.delete(id);
    return { status: 200, json: {} };
  };
  const server = await serveLocally(({ method, path, headers, body }) => {
    if (headers.authorization !== `Basic ${credentials}`) return { status: 401, json: {} };
    const { instead } = local;
    local.instead = null;
    return instead ?? respond(method, path, body);
  });
  const local: LocalSvarinn = { ...server, mailbox, rejected, instead: null };
  return local;
}

function listed({ id, files }: Lying) {
  return {
    id,
    tittel: 'Brev',
    date: Date.UTC(2026, 10, 20, 8),
    avsender: { navn: 'Avsender', orgnr: '974761076', poststed: 'Oslo' },
    mottaker: { navn: 'Kommunen' },
    status: 'Akseptert',
    niva: '4',
    filmetadata: files,
    downloadUrl: `/svarinn/forsendelse/${id}`
  };
}
