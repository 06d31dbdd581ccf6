import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Parser } from 'htmlparser2';
import robotsParser from 'robots-parser';
import { isListedHost, type PageRead, type Refusal, type Silence } from '#lib/domain/web-check.ts';
import { isPublicAddress } from './public-address.ts';

const mostRedirects = 3;
const agent = 'Regionspeil-nettsidesjekk';

/** What may be asked for: pages of listed hosts, at open addresses, on the given ports, within bounds of time and size. */
export type PageRules = {
  hosts: readonly string[];
  ports: readonly number[];
  isPublic: (address: string) => boolean;
  lookup: typeof lookup;
  mostMs: number;
  mostBytes: number;
};

/** The rules for the web as it is. */
export const webRules: Omit<PageRules, 'hosts'> = {
  ports: [80, 443],
  isPublic: isPublicAddress,
  lookup,
  mostMs: 15_000,
  mostBytes: 1_000_000
};

type Answer = { status: number; location: string | null; text: string };
class Refused extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/**
 * The words of a page, when its site lets robots ask for it. Each redirect is held to the rules anew, the name is looked up
 * once and connected to as it was found, and a long body is read no further than the bound.
 */
export async function readPage(address: string, rules: PageRules): Promise<PageRead> {
  const signal = AbortSignal.timeout(rules.mostMs);
  try {
    const robots = await follow(new URL('/robots.txt', address), rules, signal);
    if (!mayAsk(address, robots)) return { kind: 'refused', why: 'robots' };
    const { status, text } = await follow(new URL(address), rules, signal);
    return { kind: 'page', status, text: wordsOf(text) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', why: error.why };
    return { kind: 'silent', why: silenceOf(error, signal) };
  }
}

/** A site whose robots.txt fails is left alone, one without any may be asked (RFC 9309, 2.3.1). */
function mayAsk(address: string, { status, text }: Answer): boolean {
  if (status >= 500) return false;
  return status >= 400 || robotsParser(new URL('/robots.txt', address).href, text).isAllowed(address, agent) !== false;
}

async function follow(from: URL, rules: PageRules, signal: AbortSignal): Promise<Answer> {
  let url = from;
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    requireAllowed(url, rules);
    const answer = await ask(url, rules, signal);
    if (answer.location === null) return answer;
    if (!URL.canParse(answer.location, url)) return { ...answer, status: 404 };
    url = new URL(answer.location, url);
  }
  throw new Refused('redirects');
}

function requireAllowed(url: URL, { hosts, ports, isPublic }: PageRules): void {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || !isListedHost(hostname, hosts)) throw new Refused('host');
  if (!ports.includes(Number(url.port || (url.protocol === 'https:' ? 443 : 80)))) throw new Refused('port');
  if (isIP(hostname) && !isPublic(hostname)) throw new Refused('private'); // a bare address is never looked up
}

async function ask(url: URL, rules: PageRules, signal: AbortSignal): Promise<Answer> {
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  const headers = { 'user-agent': agent, accept: 'text/html, text/plain', 'accept-encoding': 'identity' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send(url, { headers, signal, lookup: openOnly(rules), agent: false }, resolve)
      .on('error', reject)
      .end();
  });
  const { statusCode: status = 0, headers: told } = response;
  const isRedirect = status >= 300 && status < 400 && told.location !== undefined;
  const text = isRedirect ? '' : await read(response, rules.mostBytes);
  response.destroy();
  return { status, location: isRedirect ? (told.location ?? null) : null, text };
}

/** Looks a name up once for the connection itself; one address that is not open refuses the name. */
function openOnly({ lookup: find, isPublic }: PageRules): LookupFunction {
  return (hostname, options, callback) => {
    find(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const refused = !error && !found.every(({ address }) => isPublic(address)) ? new Refused('private') : null;
      const [first] = found ?? [];
      if (error || refused || !first) callback(error ?? refused, '', 4);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** A body of words up to a number of bytes; nothing of a file that is none. */
async function read(response: IncomingMessage, mostBytes: number): Promise<string> {
  const [type = '', ...more] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
  if (!/^(?:text\/|application\/xhtml\+xml)/.test(type.trim())) return '';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  const charset = /charset="?([\w-]+)/.exec(more.join(';'))?.[1] ?? 'utf-8';
  const bytes = Buffer.concat(chunks).subarray(0, mostBytes);
  return new TextDecoder(isKnown(charset) ? charset : 'utf-8').decode(bytes);
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

const unread = ['script', 'style', 'noscript', 'template'];

/** The words of a page as its readers see them, the title among them. */
function wordsOf(html: string): string {
  const words: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentagname: (name) => (hidden += Number(unread.includes(name))),
    onclosetag: (name) => (hidden -= Number(unread.includes(name))),
    ontext: (text) => hidden === 0 && words.push(text)
  });
  parser.end(html);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

const namesNobody = ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'];

function silenceOf(error: unknown, signal: AbortSignal): Silence {
  if (signal.aborted) return 'time';
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return namesNobody.includes(String(error.code)) ? 'name' : 'connection';
}
