import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowedLicences, licencesPage, runtimePackages } from '../scripts/licences.js';
import { onlyThese } from '../scripts/sbom.js';

const packages = runtimePackages();
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

describe('what is shipped', () => {
  it.each(packages)('$name $version has a licence that we may ship', ({ licence }) => {
    expect(allowedLicences).toContain(licence);
  });

  it('stands in docs/licences.md as package-lock.json has it', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencesPage(packages));
  });

  it('has every dependency at run time, and none that is for development only', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).toEqual(expect.arrayContaining(['svelte', '@sveltejs/kit']));
    expect(names).not.toContain('vitest');
  });
});

it('a bill of materials has the packages that are asked for, and is the same each time', () => {
  const component = { name: 'folder', version: '1.0.0', 'bom-ref': 'regionspeil@1.0.0' };
  const bom = {
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: '2025-01-01', component },
    components: [{ 'bom-ref': 'pg@8.0.0' }, { 'bom-ref': 'vite@8.0.0' }],
    dependencies: [{ ref: 'regionspeil@1.0.0', dependsOn: ['pg@8.0.0', 'vite@8.0.0'] }, { ref: 'vite@8.0.0' }]
  };
  expect(onlyThese(bom, [{ name: 'pg', version: '8.0.0' }])).toEqual({
    metadata: { component: { ...component, name: 'regionspeil' } },
    components: [{ 'bom-ref': 'pg@8.0.0' }],
    dependencies: [{ ref: 'regionspeil@1.0.0', dependsOn: ['pg@8.0.0'] }]
  });
});
