import { describe, expect, it } from 'vitest';
import {
  checklistOf,
  isMet,
  isReleasable,
  releaseStates,
  releaseTransitions,
  releaseTurn,
  type GateOutcome
} from '#lib/domain/release.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { readReleaseChoice } from '#lib/domain/release-choice.ts';
import { day, round } from '../support/rounds.ts';

const clean: GateOutcome = { outcome: 'protected', isFresh: true };
const content: ReleaseContent = {
  ...{ id: 'x', version: 1, korusRegion: 'sor', slug: '2024', note: null, areas: [], figures: [], municipalities: [] },
  round: { id: 'sor-2024', name: 'Region Sør 2024', periodStart: '', periodEnd: '', dataKind: 'reported' },
  title: { nb: 'Region Sør', nn: 'Region Sør', en: 'Region Sør' },
  ...{ estimates: [], sentences: { nb: [], nn: [] }, footnotes: { nb: [], nn: [] } },
  madeBy: { questionnaire: 'q', method: 'm', code: 'c' }
};

describe('the states of a release', () => {
  it('lead from a draft to every other, and nothing leads out of withdrawn', () => {
    const reached = new Set<string | null>(['draft']);
    for (let round = 0; round < releaseStates.length; round += 1) {
      for (const { from, to } of releaseTransitions) if (reached.has(from)) reached.add(to);
    }
    expect(releaseStates.filter((state) => !reached.has(state))).toEqual([]);
    expect(releaseTransitions.filter(({ from }) => from === 'withdrawn')).toEqual([]);
  });

  it('change what a release says in a draft only, and approve by four eyes', () => {
    expect(releaseStates.filter((state) => releaseTurn(state, 'change'))).toEqual(['draft']);
    expect(releaseTurn('review', 'approve')?.holds).toContain('four_eyes');
  });

  it('begin when reported figures are frozen, others when the round is open', () => {
    expect(isReleasable(round, day('2025-02-15'))).toBe(false);
    expect(isReleasable(round, day('2025-03-02'))).toBe(true);
    expect(isReleasable({ ...round, dataKind: 'synthetic' }, day('2025-02-15'))).toBe(true);
    expect(isReleasable({ ...round, dataKind: 'published', openedAt: null }, day('2025-02-15'))).toBe(false);
  });
});

describe('the checklist', () => {
  it('is met by a clean gate on these very figures, and by nothing less', () => {
    expect(isMet(checklistOf(content, clean))).toBe(true);
    for (const gate of [
      { ...clean, isFresh: false },
      { outcome: 'refused', isFresh: true },
      { outcome: 'not_run', isFresh: false }
    ]) {
      expect(isMet(checklistOf(content, gate as GateOutcome))).toBe(false);
    }
  });

  it('wants to know what a later version puts right, and sentences in both languages or none', () => {
    expect(isMet(checklistOf({ ...content, version: 2 }, clean))).toBe(false);
    expect(isMet(checklistOf({ ...content, version: 2, note: 'Tittelen.' }, clean))).toBe(true);
    const sentences = { nb: [{ text: 'Ett.', figures: [] }], nn: [] };
    expect(isMet(checklistOf({ ...content, sentences }, clean))).toBe(false);
  });

  it('does not call an estimate settled that nobody has signed, but one that the figures do not allow', () => {
    const settled = (...reasons: string[]) => {
      const estimates = [{ indicator: 'cases_received', observed: 1, outcome: { kind: 'refused' as const, reasons } }];
      return checklistOf({ ...content, estimates }, clean).find(({ item }) => item === 'estimates');
    };
    expect(settled('not_signed')).toMatchObject({ isDone: false, isRequired: false });
    expect(settled('data_changed')).toMatchObject({ isDone: false });
    expect(settled('few_cases')).toMatchObject({ isDone: true });
    expect(settled('only_counted')).toMatchObject({ isDone: true });
  });

  it('is not met by an address in its texts that leads nowhere, or without a title in both languages', () => {
    const footnotes = { nb: ['Se www.korus.no.'], nn: ['Sjå https://www.korus.no.'] };
    expect(isMet(checklistOf({ ...content, footnotes }, clean))).toBe(false);
    expect(isMet(checklistOf({ ...content, title: { ...content.title, nn: '' } }, clean))).toBe(false);
  });
});

describe('what is typed of a draft', () => {
  const typed = { plan: 'region', titleNb: ' Tall ', titleNn: 'Tal', note: '' };
  it('is read without what surrounds it', () => {
    expect(readReleaseChoice(typed, false).choice).toEqual({
      plan: 'region',
      title: { nb: 'Tall', nn: 'Tal' },
      note: null
    });
  });

  it('says which field is missing, too long or unknown', () => {
    const fields = (given: Partial<typeof typed>, needsNote = false) =>
      readReleaseChoice({ ...typed, ...given }, needsNote).problems.map(({ field, kind }) => `${field} ${kind}`);
    expect(fields({ plan: 'alt', titleNb: '', titleNn: 'x'.repeat(201) })).toEqual([
      'plan unknown',
      'titleNb missing',
      'titleNn too_long'
    ]);
    expect(fields({}, true)).toEqual(['note missing']);
  });
});
