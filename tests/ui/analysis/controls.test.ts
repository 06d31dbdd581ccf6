import { describe, expect, it } from 'vitest';
import type { Analysis } from '#lib/domain/analysis.ts';
import { analysisControls } from '#lib/ui/analysis/controls.ts';
import { scene, viewWith } from '../../support/analysis-scene.ts';

const controlOf = (name: string, choice: Partial<Analysis> = {}) =>
  analysisControls(scene, viewWith(choice)).choices.find((control) => control.name === name);
const valuesOf = (name: string, choice: Partial<Analysis> = {}) =>
  controlOf(name, choice)?.options.map(({ value }) => value);

describe('the form of a view', () => {
  it('leaves the first picture unsaid, so that another choice is drawn as makes most sense of it', () => {
    expect(valuesOf('bilde', { columns: 'centrality' })).toEqual(['', 'multiples', 'bars']);
    expect(controlOf('bilde', { columns: 'centrality' })?.chosen).toBe('');
    expect(controlOf('bilde', { columns: 'centrality', picture: 'bars' })?.chosen).toBe('bars');
  });

  it('never divides by municipality, and does not divide municipalities', () => {
    expect(valuesOf('kolonner')).toEqual(expect.arrayContaining(['', 'centrality']));
    expect(valuesOf('kolonner')).not.toContain('municipality');
    expect(controlOf('kolonner', { dimension: 'municipality' })).toBeUndefined();
  });
});
