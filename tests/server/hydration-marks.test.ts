import { expect, test } from 'vitest';
import { withoutUnusedMarks } from '#lib/server/hydration-marks.ts';

const marked = '<main><!--[--><!--[-1--><p>1 <!-- sett inn --></p><!--]--><!----><!--[0--></main>';

test('a page that is not hydrated loses the marks and nothing else', () => {
  expect(withoutUnusedMarks(marked)).toBe('<main><p>1 <!-- sett inn --></p></main>');
});

test('a page that is hydrated keeps them', () => {
  const page = `${marked}<script>__sveltekit_1 = {}</script>`;
  expect(withoutUnusedMarks(page)).toBe(page);
});
