import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { chartPoints } from '#lib/ui/chart-points.ts';

const point = (title: string) => `<g><circle r="4"><title>${title}</title></circle></g>`;

function openChart(html: string) {
  const { document, Event } = parseHTML(`<!doctype html><div id="frame">${html}</div>`);
  const frame = document.querySelector<HTMLElement>('#frame')!;
  for (const svg of frame.querySelectorAll('svg')) {
    svg.getBoundingClientRect = () => ({ width: svg.classList.contains('chart-narrow') ? 0 : 500 }) as DOMRect;
  }
  const said: (string | null)[] = [];
  const chosen: (string | null | undefined)[] = [];
  const leave = chartPoints(
    (title) => said.push(title),
    (mark) => chosen.push(mark.querySelector('title')?.textContent)
  )(frame);
  const send = (type: string, more: object = {}) => {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), more);
    frame.dispatchEvent(event);
    return event;
  };
  return {
    frame,
    said,
    chosen,
    leave,
    press: (key: string, more: object = {}) => send('keydown', { key, ...more }),
    send
  };
}

const both = `<svg class="chart-wide">${point('Agder: 16')}${point('Hol: ikke svart')}</svg><svg class="chart-narrow">${point('Agder: 16')}</svg>`;

test('arrow keys read the points of the drawing that is shown, one after the other and round', () => {
  const { said, press } = openChart(both);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) press(key);
  expect(said).toEqual([
    'Agder: 16',
    'Hol: ikke svart',
    'Agder: 16',
    'Hol: ikke svart',
    'Agder: 16',
    'Hol: ikke svart'
  ]);
});

test('the point that is read is marked, alone; Escape and leaving take the mark away', async () => {
  const { frame, said, press, send } = openChart(both);
  press('End');
  press('Home');
  expect(frame.querySelectorAll('[data-read]')).toHaveLength(1);
  press('Escape');
  expect(frame.querySelectorAll('[data-read]')).toHaveLength(0);
  press('ArrowDown');
  send('focusout');
  await Promise.resolve();
  expect(frame.querySelectorAll('[data-read]')).toHaveLength(0);
  expect(said.at(-1)).toBeNull();
});

test('Enter chooses the point that is read, also when the chart was drawn again, and nothing before one is', () => {
  const { frame, chosen, press } = openChart(both);
  press('Enter');
  press('End');
  press('Enter');
  frame.querySelector('[data-read]')?.removeAttribute('data-read');
  press('Enter');
  expect(chosen).toEqual(['Hol: ikke svart', 'Hol: ikke svart']);
});

test('keys of the browser and of a chart without points are left alone', () => {
  expect(openChart(both).press('ArrowLeft', { altKey: true }).defaultPrevented).toBe(false);
  expect(openChart(both).press('Tab').defaultPrevented).toBe(false);
  expect(openChart('<svg class="chart"></svg>').press('ArrowDown').defaultPrevented).toBe(false);
});

test('a chart that is gone hears no keys', () => {
  const { said, press, leave } = openChart(both);
  if (leave) leave();
  press('Home');
  expect(said).toEqual([]);
});
