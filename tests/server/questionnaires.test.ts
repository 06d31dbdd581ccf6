import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadQuestionnaires, questionnaireOf } from '#lib/server/questionnaires.ts';

it('the core of the survey is there, found by id and version', () => {
  const known = loadQuestionnaires('data/questionnaires');
  const core = questionnaireOf(known, { questionnaireId: 'rer-core', questionnaireVersion: 1, addon: [] });
  expect(core.questions.map(({ key }) => key)).toContain('cases_received');
  expect(() => questionnaireOf(known, { questionnaireId: 'rer-core', questionnaireVersion: 9, addon: [] })).toThrow(
    'unknown questionnaire: rer-core v9'
  );
});

it('a broken questionnaire is named', () => {
  const directory = mkdtempSync(join(tmpdir(), 'questionnaires-'));
  writeFileSync(join(directory, 'half.json'), '{"id": "half"}');
  expect(() => loadQuestionnaires(directory)).toThrow('broken questionnaire: half.json');
  rmSync(directory, { recursive: true });
});
