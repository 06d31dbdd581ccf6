import { expect, it } from 'vitest';
import { parseAnalysis } from '#lib/domain/analysis-address.ts';
import { Workbench } from '#lib/server/workbench.ts';
import { readLinked } from '#lib/stats/analysis-rows.ts';
import { scene } from '../support/analysis-scene.ts';
import { twoRounds } from '../support/workbench-rows.ts';

it('more readers at once than there are engines kept each get their view and what stands beside it', async () => {
  const { analysis } = parseAnalysis(new URLSearchParams('runde=2023&runde=2024'), scene.choices);
  const workbench = new Workbench();
  const hashes = Array.from({ length: 20 }, (_, index) => `data set ${index}`);
  const views = await Promise.all(
    hashes.map((hash) => workbench.ask({ hash, rows: twoRounds }, (run) => readLinked(run, analysis)))
  );
  expect(views.filter(({ rows, beside }) => rows.cells.length > 0 && beside.length > 0)).toHaveLength(20);
});
