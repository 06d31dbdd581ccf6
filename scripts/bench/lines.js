/** @typedef {import('./report.js').Line} Line */
/** @typedef {import('./browser.js').Mode} Mode */
/** @typedef {keyof import('./browser.js').Loads[Mode]} Time */
/** @typedef {Pick<Line, 'most' | 'mostRatio'>} Budget */

const modes = /** @type {const} */ ({
  cold: 'kaldt',
  warm: 'varmt',
  slowCold: 'tregt, kaldt',
  slowWarm: 'tregt, varmt'
});
const times = /** @type {const} */ ({
  kib: 'KiB til alt er vist',
  firstPaint: 'første innhold tegnet',
  firstChart: 'første diagram i dokumentet',
  complete: 'alt i dokumentet',
  painted: 'alt tegnet'
});

/** @type {Record<Mode, Partial<Record<Time, Budget>>>} */
const budgets = {
  cold: {
    kib: { most: 45 },
    firstPaint: { most: 220 },
    firstChart: { most: 100 },
    complete: { most: 130 },
    painted: { most: 240, mostRatio: 1.2 }
  },
  warm: { painted: { most: 170, mostRatio: 1.2 } },
  slowCold: { firstChart: { most: 400 }, complete: { most: 500 }, painted: { most: 700, mostRatio: 1.2 } },
  slowWarm: { painted: { mostRatio: 1.2 } }
};

/**
 * @param {{ ours: import('./browser.js').Loads, floor: import('./browser.js').Loads }} loads
 * @returns {Line[]}
 */
export function loadLines({ ours, floor }) {
  return /** @type {Mode[]} */ (Object.keys(modes)).flatMap((mode) =>
    /** @type {Time[]} */ (Object.keys(times)).map((time) => ({
      name: `${modes[mode]}: ${times[time]}`,
      unit: time === 'kib' ? 'KiB' : 'ms',
      ours: ours[mode][time],
      other: floor[mode][time],
      ...budgets[mode][time]
    }))
  );
}

/**
 * @param {{
 *   ours: import('./filter.js').Spread, floor: import('./filter.js').Spread,
 *   computed: Record<'engine' | 'server' | 'serverCached', import('./filter.js').Spread>,
 *   tasks: Record<'plain' | 'slow', { tasks: { ms: number }[], upAfter: number | null }>
 * }} measured
 * @returns {Line[]}
 */
export function filterLines({ ours, floor, computed, tasks }) {
  const longest = (/** @type {{ ms: number }[]} */ list) => Math.max(0, ...list.map(({ ms }) => ms));
  return [
    { name: 'bytte av fylke → bilde, p50', unit: 'ms', ours: ours.p50, other: floor.p50, most: 20, mostRatio: 1.4 },
    { name: 'bytte av fylke → bilde, p95', unit: 'ms', ours: ours.p95, other: floor.p95, most: 60 },
    { name: 'annet filter, egen motor, p50', unit: 'ms', ours: computed.engine.p50 },
    { name: 'annet filter, egen motor, p95', unit: 'ms', ours: computed.engine.p95, most: 60 },
    { name: 'annet filter, tjener første gang, p50', unit: 'ms', ours: computed.server.p50 },
    { name: 'annet filter, tjener igjen, p50', unit: 'ms', ours: computed.serverCached.p50 },
    { name: 'motoren klar etter', unit: 'ms', ours: tasks.plain.upAfter },
    { name: 'lengste oppgave i hovedtråden', unit: 'ms', ours: longest(tasks.plain.tasks), most: 50 },
    { name: 'lengste oppgave, treg maskin', unit: 'ms', ours: longest(tasks.slow.tasks) }
  ];
}

/**
 * @param {{
 *   first: number, later: number, idle: { now: number } | null, busy: { now: number, most: number } | null,
 *   cached: { p50: number, p95: number, perSecond: number },
 *   uncached: Record<'alone' | 'together', { p50: number, p95: number }>
 * }} measured
 * @returns {Line[]}
 */
export function serverLines({ first, later, idle, busy, cached, uncached }) {
  return [
    { name: 'start med ferdig bygg, tomt lager', unit: 's', ours: first / 1000, most: 120 },
    { name: 'start igjen', unit: 's', ours: later / 1000, most: 3 },
    { name: 'side fra mellomlager, 50 om gangen, p50', unit: 'ms', ours: cached.p50 },
    { name: 'side fra mellomlager, 50 om gangen, p95', unit: 'ms', ours: cached.p95, most: 15 },
    { name: 'sider i sekundet fra mellomlager', unit: '/s', ours: cached.perSecond, least: 400 },
    { name: 'side uten mellomlager, én om gangen, p95', unit: 'ms', ours: uncached.alone.p95 },
    { name: 'side uten mellomlager, 50 om gangen, p95', unit: 'ms', ours: uncached.together.p95, most: 150 },
    { name: 'minne etter start', unit: 'MB', ours: idle?.now ?? null },
    { name: 'minne etter sidene', unit: 'MB', ours: busy?.now ?? null, most: 450 }
  ];
}

/**
 * @param {Awaited<ReturnType<typeof import('./submissions.js').measureSubmissions>>} submissions
 * @param {Awaited<ReturnType<typeof import('./submissions.js').measureSyncs>>} syncs
 * @returns {Line[]}
 */
export function submissionLines({ errors, p99, memory, perSecond }, syncs) {
  return [
    { name: '300 svar samtidig: feil', unit: 'stk.', ours: errors, most: 0 },
    { name: '300 svar samtidig: utkast og innsending, p99', unit: 'ms', ours: p99.both, most: 1000 },
    { name: '300 svar samtidig: utkastet alene, p99', unit: 'ms', ours: p99.draft },
    { name: '300 svar samtidig: innsendingen alene, p99', unit: 'ms', ours: p99.sent },
    { name: 'lagringer i sekundet', unit: '/s', ours: perSecond },
    { name: 'fsync per kvittert lagring', unit: 'stk.', ours: syncs && syncs.syncs / syncs.acknowledged, least: 1 },
    { name: 'minne etter svarene', unit: 'MB', ours: memory?.now ?? null, most: 450 }
  ];
}

/**
 * The other figure here is the store with one round of 66 municipalities.
 * @param {Awaited<ReturnType<typeof import('./growth.js').measureGrowth>>} growth
 * @returns {Line[]}
 */
export function growthLines({ small, large }) {
  const names = /** @type {const} */ ({
    statistics: 'statistikkside uten mellomlager',
    roundList: 'listen over runder',
    following: 'oppfølging av en runde'
  });
  const lines = /** @type {(keyof typeof names)[]} */ (Object.keys(names)).map((page) => ({
    name: `40 × 357 mot 1 × 66: ${names[page]}`,
    unit: 'ms',
    ours: large[page],
    other: small[page],
    mostRatio: 2
  }));
  const [ours, other] = [large.startedIn / 1000, small.startedIn / 1000];
  return [...lines, { name: '40 × 357: start', unit: 's', ours, other, most: 3 }];
}
