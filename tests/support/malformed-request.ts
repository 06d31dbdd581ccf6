import { questionnaire } from './answer-form.ts';
import type { Chance } from './random.ts';
import { actionsOf, addressOf } from './route-list.ts';

/** Who sends: their cookie, and the parameters that lead somewhere. */
export type Sender = { name: string; cookie: string; parameters: Record<string, string> };
export type Malformed = {
  bytes: Buffer;
  /** Whether the request is a whole one, so that silence is a fault. */
  isWhole: boolean;
};

/** Those that pages answer come more often, since there is more behind them. */
export const methods = [
  ...['GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'POST'],
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'NONSENSE', 'get']
];

const junk = [
  ...['', '%', '%zz', '%00', '%E0%A4%A', '%C0%AF', '%ED%A0%80', '%F0%9F%98%80', '%0d%0aset-cookie:%20a=b', '%25%32%65'],
  ...[
    '..',
    '../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '..%5c..%5c',
    '%2e%2e/%2e%2e/package.json',
    '.env'
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'default', '__data.json'],
  ...[
    "' or 1=1--",
    '1;drop table report;--',
    "'||(select secret)||'",
    '$1',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>'
  ],
  ...[
    '-1',
    '0',
    '99999999999999999999999',
    '1e309',
    'NaN',
    'Infinity',
    '0x10',
    '1.5',
    '٣',
    'null',
    'undefined',
    'true'
  ],
  ...[
    '{}',
    '[]',
    '{"a":1}',
    'æøå',
    '𝕳',
    '\u202e',
    'a\u0301',
    '\ufeff',
    '\ud800',
    ' ',
    '\t',
    '#',
    '?',
    '&',
    '=',
    ';',
    '//'
  ],
  ...[
    'kari@example.no',
    'a%00@example.no',
    'a@b.c',
    'yes',
    'none',
    'no',
    '3',
    '2',
    '1',
    'unknown',
    'nn',
    '/kartlegging'
  ],
  ...['sor', 'midt', '2024', 'sor-2024', 'public', 'region', '4223', '2025-13-45T99:99', '1970-01-01', '275761-01-01'],
  ...['x'.repeat(300), 'x'.repeat(9000), '%41'.repeat(2000), '9'.repeat(400), '/'.repeat(200), '[', ']', '*', '\\', '|']
];
const fields = [
  ...[
    'email',
    'tilbake',
    'malform',
    'municipality',
    'formKey',
    'basedOn',
    'replaces',
    'shown',
    'name',
    'confirm',
    'reason.x'
  ],
  ...['__proto__', 'constructor', 'toString', '', 'fylke', 'language', 'x'.repeat(500)],
  ...[questionnaire.gate.key, ...questionnaire.questions.flatMap(({ key }) => [key, `${key}.status`])]
];
const queries = [
  'fylke',
  'tilbake',
  'organisering',
  'x-sveltekit-invalidated',
  'x-sveltekit-trailing-slash',
  '__proto__',
  'v'
];
const actions = [
  'lagre',
  'send',
  'lenke',
  'default',
  'toString',
  '__proto__',
  'constructor',
  'nothing',
  '',
  '/',
  '%00',
  '%'
];
const headers: readonly (readonly [string, readonly string[]])[] = [
  ['accept', ['application/json', 'text/html', '*/*', ';;q=,', 'text/html;q=NaN', 'application/json;q=9,'.repeat(50)]],
  ['accept-encoding', ['br', 'gzip', 'br;q=0', 'gzip;q=x, br', 'identity;q=0', '\x80\xff', ','.repeat(500)]],
  ['accept-language', ['nn', 'nb', 'nn;q=,', '*', '__proto__', 'x'.repeat(3000)]],
  ['if-none-match', ['*', '"', 'W/"x"', '"a", "b"', '"'.repeat(1000), '\x80']],
  ['if-modified-since', ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT', '99999']],
  ['range', ['bytes=0-0', 'bytes=99999999-', 'bytes=-1', 'bytes=5-1', 'lines=1', 'bytes=0-,0-,0-']],
  [
    'cookie',
    ['session=', 'session=%E0', 'session=%00', 'session=a; session=b', '=;;;', 'malform=__proto__', 'malform=%E0']
  ],
  ['cookie', [`session=${'x'.repeat(5000)}`, '__Host-session=x', 'malform=nn; a=\x80', 'session="', 'a'.repeat(200)]],
  ['origin', ['null', 'https://example.com', '', 'http://', 'x'.repeat(3000)]],
  ['sec-fetch-site', ['cross-site', 'same-site', 'none', '\x80']],
  ['host', ['', 'example.com', 'a b', 'localhost:99999', '[::1', '\x80']],
  ['x-forwarded-for', ['1.2.3.4', ','.repeat(200), '::1']],
  ['x-forwarded-proto', ['https', 'gopher:']],
  ['x-sveltekit-action', ['true', '__proto__']],
  ['x-sveltekit-pathname', ['/utboks', '%']],
  ['x-http-method-override', ['DELETE']],
  ['expect', ['100-continue', 'nonsense']],
  ['upgrade', ['websocket', 'h2c']],
  ['transfer-encoding', ['gzip', 'chunked, chunked', 'identity']],
  ['content-encoding', ['gzip', 'br', 'nonsense']],
  ['authorization', ['Bearer x', 'Basic \x80']],
  ['x-junk', ['x'.repeat(7000), '\x01', '\t', 'a\0b']],
  ['x-too-large', ['x'.repeat(20_000)]]
];

/** One request that nobody should send: of a method and a route, but the rest is chosen by chance. */
export function malformedRequest(chance: Chance, method: string, route: string, sender: Sender): Malformed {
  const target = targetOf(chance, route, sender);
  const sends = method === 'POST' || chance.percent(20);
  const { type, content, length } = sends ? bodyOf(chance) : { type: null, content: Buffer.alloc(0), length: 0 };
  const lines = new Map<string, string>([
    ['host', 'localhost'],
    ['origin', 'OWN-ORIGIN'],
    ...(sender.cookie ? [['cookie', sender.cookie] as const] : []),
    ...(type === null ? [] : [['content-type', type] as const]),
    ...(sends ? [['content-length', String(length)] as const] : [])
  ]);
  for (let added = chance.pick([0, 0, 1, 1, 2, 3]); added > 0; added -= 1) {
    const [name, values] = chance.pick(headers);
    lines.set(name, chance.pick(values));
  }
  lines.set('connection', 'close');
  const head = [`${method} ${target} HTTP/1.1`, ...[...lines].map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  const isWhole =
    length <= content.length && !lines.has('expect') && !lines.has('upgrade') && !lines.has('transfer-encoding');
  return { bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), content]), isWhole };
}

/** Bytes that are hardly HTTP at all. */
export function garbage(chance: Chance): Malformed {
  const noise = Buffer.from(Array.from({ length: 1 + chance.below(400) }, () => chance.below(256)));
  const starts = [
    ...[
      '',
      'GET',
      'GET /\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET  / HTTP/1.1\r\n',
      '\r\n\r\n',
      '\0',
      '\x16\x03\x01\x02\x00\x01'
    ],
    ...[
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`
    ],
    ...[
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n'
    ],
    ...[
      'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      'GET / HTTP/1.1\r\n folded: a\r\n\r\n'
    ],
    ...[
      'POST /logg-inn HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /utboks HTTP/1.1\r\n\r\n'
    ]
  ];
  return { bytes: Buffer.concat([Buffer.from(chance.pick(starts), 'latin1'), noise]), isWhole: false };
}

function targetOf(chance: Chance, route: string, { parameters }: Sender): string {
  const fill = (name: string) =>
    chance.percent(70) ? (parameters[`${route} ${name}`] ?? parameters[name] ?? 'x') : inTarget(chance.pick(junk));
  const suffix = chance.percent(20)
    ? chance.pick(['/', '/__data.json', '/__route.js', '//', `/${inTarget(chance.pick(junk))}`])
    : '';
  const query = Array.from({ length: chance.below(3) }, () => `${chance.pick(queries)}=${inTarget(chance.pick(junk))}`);
  const own = actionsOf(route);
  if (own.length === 0 || chance.percent(30)) query.unshift(`/${chance.pick(actions)}`);
  else if (!own.includes('')) query.unshift(`/${chance.pick(own)}`);
  const address = addressOf(route, fill) + suffix;
  return query.length === 0 ? address : `${address}?${query.join('&')}`;
}

/** Mostly so that the request line holds together; sometimes not. */
function inTarget(text: string): string {
  return Buffer.from(text.replace(/[\s#]/g, '+')).toString('latin1');
}

function bodyOf(chance: Chance): { type: string | null; content: Buffer; length: number } {
  const pairs = Array.from({ length: chance.below(8) }, () => [chance.pick(fields), chance.pick(junk)] as const);
  const urlEncoded = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const multipart = `${pairs.map(([name, value]) => part(chance, name, value)).join('')}--x--\r\n`;
  const [type, text] = chance.pick<readonly [string | null, string]>([
    ['application/x-www-form-urlencoded', urlEncoded],
    [
      'application/x-www-form-urlencoded',
      new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()])).toString()
    ],
    ['application/x-www-form-urlencoded; charset=utf-16', urlEncoded],
    ['multipart/form-data; boundary=x', multipart],
    ['multipart/form-data; boundary=x', multipart.slice(0, chance.below(multipart.length))],
    ['multipart/form-data; boundary=y', multipart],
    ['multipart/form-data', multipart],
    ['multipart/form-data; boundary="', multipart],
    ['application/json', JSON.stringify(Object.fromEntries(pairs))],
    ['application/json', `${'['.repeat(5000)}`],
    ['text/plain', urlEncoded],
    ['application/octet-stream', '\0\x01\x02'],
    ['application/x-sveltekit-formdata', '\0\x01\x02'],
    ['application/x-www-form-urlencoded', `${urlEncoded}&a=${'x'.repeat(600_000)}`],
    [null, urlEncoded],
    ['__proto__', urlEncoded]
  ]);
  const content = Buffer.from(text);
  return { type, content, length: chance.percent(95) ? content.length : content.length + 10 };
}

function part(chance: Chance, name: string, value: string): string {
  const file = chance.percent(20) ? `; filename="${chance.pick(['a.txt', '../../a', 'x'.repeat(300), ''])}"` : '';
  return `--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
}
