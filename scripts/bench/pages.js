import { loadPages } from './load.js';
import { quantile } from './quantile.js';

export const statisticsPage = '/statistikk/sor/2024';
export const acceptedEncoding = { 'accept-encoding': 'gzip, deflate, br' };

const connections = 50;
const cachedPages = 3000;
const uncachedPages = 200;

/**
 * The statistics page from the server's cache, at 50 connections.
 * @param {string} origin
 */
export async function measureCached(origin) {
  const address = origin + statisticsPage;
  await loadPages(Array(500).fill(address), { connections, headers: acceptedEncoding });
  const { times, perSecond } = await loadPages(Array(cachedPages).fill(address), {
    connections,
    headers: acceptedEncoding
  });
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), perSecond };
}

/**
 * The statistics page with filters nobody has asked for since the start: one after the other, then 50 at once.
 * @param {string} origin
 */
export async function measureUncached(origin) {
  const addresses = await filteredAddresses(origin);
  const alone = await loadPages(addresses.splice(0, uncachedPages / 4), { connections: 1, headers: acceptedEncoding });
  const together = await loadPages(addresses.splice(0, uncachedPages), { connections, headers: acceptedEncoding });
  return {
    alone: { p50: quantile(alone.times, 0.5), p95: quantile(alone.times, 0.95) },
    together: { p50: quantile(together.times, 0.5), p95: quantile(together.times, 0.95) }
  };
}

/**
 * Every combination of the page's own choices, in an order that changes all of them early.
 * @param {string} origin
 */
export async function filteredAddresses(origin) {
  const html = await (await fetch(origin + statisticsPage)).text();
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)];
  if (selects.length < 2) throw new Error('the statistics page has no filters');
  const combinations = selects.reduce((soFar, [, name = '', options = '']) => {
    const values = [...options.matchAll(/<option[^>]*value="([^"]*)"/g)].map(([, value = '']) => value);
    return soFar.flatMap((choices) => values.map((value) => [...choices, [name, value]]));
  }, /** @type {string[][][]} */ ([[]]));
  const addresses = combinations
    .map((choices) => new URLSearchParams(choices.filter(([, value]) => value !== '')).toString())
    .filter((search) => search !== '')
    .map((search) => `${origin}${statisticsPage}?${search}`);
  const stride = 7;
  return Array.from({ length: stride }, (_, start) => addresses.filter((_, index) => index % stride === start)).flat();
}
