import { expect, test } from 'vitest';
import { noFilter, parseFilter } from '#lib/domain/filter.ts';
import { filterControls } from '#lib/ui/statistics/filter-controls.ts';
import { smallScene } from '../../support/small-scene.ts';

const scene = smallScene('public');

test('every control is labelled, and what is chosen is chosen', () => {
  const controls = filterControls(scene, { ...noFilter, county: '42' });
  expect(controls.map(({ parameter, label, value }) => [parameter, label, value])).toEqual([
    ['fylke', 'Fylke', '42'],
    ['svar', 'Svar på kartleggingen', ''],
    ['nett', 'Informasjon på nettsiden', ''],
    ['organisert', 'Organisert under', ''],
    ['ansvar', 'Direkte ansvar', '']
  ]);
  expect(controls[0]?.options).toEqual([
    { value: '39', label: 'Vestfold' },
    { value: '42', label: 'Agder' }
  ]);
});

test('every option of every control is a filter the address understands', () => {
  for (const { parameter, options } of filterControls(scene, noFilter)) {
    for (const { value } of options) {
      const address = new URLSearchParams({ [parameter]: value });
      expect(parseFilter(address, scene.questionnaire, ['39', '42']).unknown).toEqual([]);
    }
  }
});
