import { selectors } from './probe.js';

/** @typedef {import('./floor-source.js').Source} Source */
/** @typedef {import('./floor-source.js').State} State */

const firstRows = 25;
const css = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1e2b3c}
dl{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem}dd{margin:0}dd:first-of-type{font-size:2rem}
figure{margin:0}figure p{margin:0;color:#5a6675}table{border-collapse:collapse}
th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #ccc}svg{display:block;max-width:100%;height:auto}`;

/** Runs in the floor page: the states come before they are asked for and are swapped in whole. */
const script = `
const figures=document.getElementById('figurer'),select=document.querySelector('select');
let states;const load=()=>states??=fetch('/states.json').then(r=>r.json());
select.onchange=async()=>{figures.innerHTML=(await load())[select.value].html;watch()};
select.onpointerenter=select.onfocus=load;
const watch=()=>new IntersectionObserver(async(seen,observer)=>{if(!seen.some(e=>e.isIntersecting))return;
observer.disconnect();figures.querySelector('tbody').insertAdjacentHTML('beforeend',(await load())[select.value].rest)}
).observe(figures.querySelector('tbody>:last-child'));
onload=()=>requestIdleCallback(()=>{load();watch()});`;

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** @param {string[][]} rows */
function tableRows(rows) {
  return rows
    .map(([name = '', ...cells]) => {
      const others = cells.map((cell) => `<td>${escape(cell)}`).join('');
      return `<tr><th>${escape(name)}${others}`;
    })
    .join('');
}

/** @param {State} state */
function stateHtml({ heading, numbers, charts, columns, rows }) {
  return [
    `<h2>${escape(heading)}</h2>`,
    '<dl>',
    ...numbers.map(
      ({ label, lines }) =>
        `<div><dt>${escape(label)}</dt>${lines.map((line) => `<dd>${escape(line)}</dd>`).join('')}</div>`
    ),
    '</dl>',
    ...charts.map(
      ({ title, measure, svg }) => `<figure><h3>${escape(title)}</h3><p>${escape(measure)}</p>${svg}</figure>`
    ),
    `<table><thead><tr>${columns.map((column) => `<th>${escape(column)}`).join('')}</thead>`,
    `<tbody>${tableRows(rows.slice(0, firstRows))}</tbody></table>`
  ].join('');
}

/**
 * The floor: the same charts and numbers as one plain page, and its prepared states.
 * @param {Source} source
 * @returns {Record<string, { type: string, content: string }>} by address
 */
export function floorFiles(source) {
  const options = source.counties.map(({ value, label }) => `<option value="${value}">${escape(label)}</option>`);
  const state = source.states[''];
  if (!state) throw new Error('our page has no state without a county');
  const page = `<!doctype html><html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(source.title)}</title><style>${css}${source.css}</style>
<h1>${escape(source.title)}</h1><form><select name="${selectors.county}">${options.join('')}</select></form>
<section id="figurer">${stateHtml(state)}</section><script>${script}</script>`;
  const states = Object.fromEntries(
    Object.entries(source.states).map(([county, one]) => [
      county,
      { html: stateHtml(one), rest: tableRows(one.rows.slice(firstRows)) }
    ])
  );
  return {
    '/': { type: 'text/html; charset=utf-8', content: page },
    '/states.json': { type: 'application/json', content: JSON.stringify(states) }
  };
}
