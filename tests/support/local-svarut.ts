import { randomUUID } from 'node:crypto';
import { inMood, serveLocally, type Answer, type Asked, type LocalServer, type Mood } from './local-http.ts';

type Part = { name: string; fileName: string | undefined; contentType: string; content: Buffer };
export type Consignment = {
  id: string;
  account: string;
  reference: string;
  status: string;
  metadata: Record<string, unknown>;
  files: Part[];
};
export type LocalSvarut = LocalServer & {
  consignments: Consignment[];
  /** Chosen for each message that is posted, by its reference and how many times it was posted. */
  mood: (reference: string, times: number) => Mood;
  /** What may be used as token. */
  token: string;
};

export const integration = { id: 'integrasjon-1', password: 'hemmelig' };
const unauthorized: Answer = { status: 401, json: { status: 401 } };

/** KS SvarUt version 2 as its specifications have it: send, look up by reference, status. It knows no idempotency. */
export async function startSvarut(): Promise<LocalSvarut> {
  const consignments: Consignment[] = [];
  const posted = new Map<string, number>();

  const post = (account: string, asked: Asked): Answer => {
    const parts = partsOf(asked);
    const metadata = readMetadata(parts);
    if (!metadata) return { status: 400, json: { status: 400, errorCode: 'UGYLDIG' } };
    const reference = String(metadata.eksternReferanse);
    const times = (posted.get(reference) ?? 0) + 1;
    posted.set(reference, times);
    return inMood(local.mood(reference, times), () => {
      const id = randomUUID();
      consignments.push({ id, account, reference, status: 'MOTTATT', metadata, files: parts.slice(1) });
      return { status: 200, json: { id } };
    });
  };
  const respond = (asked: Asked): Answer => {
    const { authorization, integrasjonid, integrasjonpassord } = asked.headers;
    if (authorization !== `Bearer ${local.token}`) return unauthorized;
    if (integrasjonid !== integration.id || integrasjonpassord !== integration.password) return unauthorized;
    const [, account = '', rest] = /^\/api\/v2\/kontoer\/([^/]+)\/forsendelser(\/.*)?$/.exec(asked.path) ?? [];
    if (asked.method === 'POST' && rest === undefined) return post(account, asked);
    const own = consignments.filter((one) => one.account === account);
    if (asked.method === 'GET' && rest === '/metadata') {
      const found = own.filter(({ reference }) => reference === asked.query.get('eksternRef'));
      const dato = '2026-11-22T10:00:00Z';
      return { status: 200, json: { forsendelser: found.map(({ id, status }) => ({ id, status, dato })) } };
    }
    if (asked.method === 'POST' && rest === '/status-sok') {
      const { forsendelseIds } = JSON.parse(asked.body.toString()) as { forsendelseIds: string[] };
      const statuser = own.filter(({ id }) => forsendelseIds.includes(id)).map(({ id, status }) => ({ id, status }));
      return { status: 200, json: { statuser } };
    }
    return { status: 404, json: { status: 404 } };
  };
  const server = await serveLocally(respond);
  const local: LocalSvarut = { ...server, consignments, mood: () => 'ok', token: 'maskinporten-token' };
  return local;
}

/** The consignment of a form, or null when the form is not as the contract has it. */
function readMetadata(parts: Part[]): Record<string, unknown> | null {
  const [first, ...files] = parts;
  if (first?.name !== 'forsendelse' || !first.contentType.startsWith('application/json')) return null;
  const metadata = JSON.parse(first.content.toString()) as Record<string, unknown>;
  const { mottaker, tittel, dokumenter } = metadata as {
    mottaker?: { navn?: string; digitalId?: string; poststed?: string };
    tittel?: string;
    dokumenter?: { filnavn: string }[];
  };
  const isNamed = dokumenter?.map(({ filnavn }) => filnavn).join() === files.map(({ name }) => name).join();
  const isReachable = mottaker?.digitalId !== undefined || mottaker?.poststed !== undefined;
  return tittel && mottaker?.navn && isReachable && isNamed ? metadata : null;
}

function partsOf({ headers, body }: Asked): Part[] {
  const boundary = /boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return [];
  const text = body.toString('latin1');
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((piece) => {
      const [head = '', ...content] = piece.replace(/^\r\n/, '').split('\r\n\r\n');
      return {
        name: /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '',
        fileName: /filename="([^"]*)"/.exec(head)?.[1],
        contentType: /content-type: (.+)/i.exec(head)?.[1] ?? '',
        content: Buffer.from(content.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1')
      };
    });
}
