import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { actions, load } from '../../src/routes/saker/[municipality]/[case]/+page.server.ts';
import { load as loadUnit } from '../../src/routes/saker/enhet/[unit]/+page.server.ts';
import Page from '../../src/routes/saker/[municipality]/[case]/+page.svelte';
import UnitPage from '../../src/routes/saker/enhet/[unit]/+page.svelte';
import { asked, openCaseDesk, type CaseDesk } from '../support/case-desk.ts';

const { caseStanding, caseArchive } = messagesIn('nb');
let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
}, 60_000);
afterAll(() => desk.db.close());

const caseWhere = (holds: (one: StoredCase) => boolean) => {
  const found = desk.cases.find(holds);
  if (!found) throw new Error('no such case');
  return found;
};
type Answer = { status?: number; done?: string; data?: { failed: { problems: unknown; reason: string | null } } };
const step = async (role: Role, file: StoredCase, typed: Record<string, string>) =>
  (await actions['steg']?.(asked(desk, role, { file, typed }) as never)) as Answer;
const shown = async (role: Role, file: StoredCase) => {
  const data = await load(asked(desk, role, { file }) as never);
  const whole = { ...data, language: 'nb' };
  return render(Page, { props: { data: whole, form: null, params: {} } as never }).body.replaceAll(/<!--.*?-->/g, '');
};
const days = { from: '1.1.2024', until: '31.12.2025' };

it('a condition that the prosecution withdraws stays as a version beside the one that was', async () => {
  const file = caseWhere(({ state }) => state === 'awaiting_prosecution');
  const typed = { event: 'prosecution_reply', reply: 'changed_condition', answerReference: 'A-7' };
  expect(
    await step('case_officer', file, { ...typed, testing: '2', attendance: '0', ...days, withdrawn: 'attendance' })
  ).toMatchObject({ done: 'moved' });
  const { rows } = await desk.db.owner.query(
    `select kind, version, required, is_withdrawn from case_condition where case_id = $1 order by kind, version`,
    [file.id]
  );
  expect(rows).toEqual([
    { kind: 'attendance', version: 1, required: 1, is_withdrawn: false },
    { kind: 'attendance', version: 2, required: 1, is_withdrawn: true },
    { kind: 'testing', version: 1, required: 2, is_withdrawn: false }
  ]);
  const page = await shown('case_officer', file);
  for (const word of [caseArchive.standing.withdrawn, caseArchive.standing.replaced, caseArchive.standing.holds]) {
    expect(page).toContain(word);
  }
  expect(page).toContain(caseArchive.condition.testing(2));
});

it('a transfer names the municipality, who proposed it and when; the case says where it went', async () => {
  const file = caseWhere(({ state, registerBy }) => state === 'received' && registerBy !== null);
  for (const wrong of ['4204', '9999', '']) {
    expect(await step('case_officer', file, { event: 'transfer', toMunicipality: wrong })).toMatchObject({
      ...{ status: 400, data: { failed: { problems: [{ field: 'toMunicipality', value: wrong }] } } }
    });
  }
  expect(await step('case_officer', file, { event: 'transfer', toMunicipality: '4215' })).toMatchObject({
    done: 'proposed'
  });
  const waiting = await shown('unit_leader', file);
  expect(waiting).toContain('til Lillesand');
  expect(waiting).toMatch(/Foreslått av \S+ \S+ 6\. mars 2024/);
  const seen = /name="revision" value="(\d+)"/.exec(waiting)?.[1] ?? '';
  await expect(step('unit_leader', file, { event: 'transfer', revision: String(Number(seen) - 1) })).rejects.toThrow(
    'try-again'
  );
  expect(await step('unit_leader', file, { event: 'transfer', revision: seen })).toMatchObject({ done: 'moved' });
  expect(await shown('case_officer', file)).toContain(caseStanding.transferred('Lillesand', '6. mars 2024'));
});

it('a hold says why, by whom and from when, until it is lifted', async () => {
  const file = caseWhere(({ state }) => state === 'closed');
  expect(await shown('archivist', file)).toContain(caseStanding.holdDeed(false));
  expect(await step('archivist', file, { event: 'hold', hold: 'on', holdReason: 'access_request' })).toMatchObject({
    done: 'moved'
  });
  const held = await shown('unit_leader', file);
  expect(held).toMatch(/Sperret for sletting: krav om innsyn\. \S+ \S+ sperret saken 6\. mars 2024/);
  expect(held).toContain(caseStanding.holdDeed(true));
  expect(await step('unit_leader', file, { event: 'hold', hold: 'off' })).toMatchObject({ done: 'moved' });
  expect(await shown('archivist', file)).not.toContain('sperret saken');
});

it('a unit shows what it has decided and which grounds there are, with their days', async () => {
  const data = await loadUnit(asked(desk, 'sampler', { params: { unit: '4204' } }) as never);
  const page = render(UnitPage, { props: { data: { ...data, language: 'nb' }, form: null, params: {} } as never }).body;
  expect(page).toContain(caseStanding.dated.noSettings);
  expect(page).toContain('Påtaleunnlatelse med vilkår');
  expect(page).toContain('1. juli 2022');
  expect(page).toContain(caseStanding.dated.open);
});
