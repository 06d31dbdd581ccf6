import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = 'src/routes/saker';
const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);

it('no form about cases puts what is typed in an address', () => {
  const forms = screens.flatMap(([file, text]) => [...text.matchAll(/<form\b[^>]*>/g)].map(([tag]) => [file, tag]));
  expect(forms.length).toBeGreaterThan(4);
  const chooser = 'egne-henvendelser/+page.svelte'; // of a year of the tally, which has no case
  expect(forms.filter(([, tag]) => !tag?.includes('method="post"')).map(([file]) => file)).toEqual([chooser]);
});
