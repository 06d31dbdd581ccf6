import { createServer } from 'node:net';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

/** Milliseconds the server has for closing its store after the last request. */
const closingTime = 10_000;

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
function requireFreePort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(explainPort(host, port, error))));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @param {NodeJS.ErrnoException} error
 */
function explainPort(host, port, error) {
  if (error.code === 'EADDRINUSE') return `Port ${port} er opptatt. Velg en annen: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES') return `Port ${port} krever flere rettigheter. Velg en over 1023: PORT=3000 npm start`;
  return `Kan ikke lytte på ${host}:${port} (${error.code}). Se på HOST og PORT.`;
}

/** @param {string | undefined} text */
function parsePort(text) {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT må være et tall fra 1 til 65535, ikke «${text}».`);
}

/** @param {string | undefined} text */
function parseOrigin(text) {
  if (!text || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) return text;
  throw new Error(`ORIGIN må være en adresse med https:// eller http://, ikke «${text}».`);
}

function exitWhenClosed() {
  setTimeout(() => {
    console.error('Databasen ble ikke lukket i tide. Avslutter likevel.');
    process.exit(1);
  }, closingTime).unref();
}

async function prepare() {
  const isDemonstration = !process.env.DATABASE_URL && !process.env.ORIGIN;
  const origin = parseOrigin(process.env.ORIGIN);
  const port = parsePort(process.env.PORT);
  const host = process.env.HOST || (isDemonstration ? '127.0.0.1' : '0.0.0.0');
  await requireFreePort(host, port);
  await ensureInstalled();
  await ensureBuilt();
  process.env.KIT_ORIGIN ||= origin || `http://localhost:${port}`;
  process.env.KIT_PORT = String(port);
  process.env.KIT_HOST = host;
  // What the documents of a case may have; every other form is stopped at 512 kB where it is read.
  process.env.KIT_BODY_SIZE_LIMIT ||= '16M';
  // Longer than proxies keep a connection: one that is closed while a request is on its way over it loses the request.
  process.env.KIT_KEEP_ALIVE_TIMEOUT ||= '65';
  process.env.KIT_HEADERS_TIMEOUT ||= '66';
  process.env.NODE_ENV = 'production';
}

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.on('sveltekit:shutdown', exitWhenClosed);
await import(new URL('../build/index.js', import.meta.url).href);
