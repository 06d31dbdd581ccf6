import type { AuditRow } from '#lib/domain/audit.ts';
import type { Language } from '#lib/domain/language.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import type { AuditScene } from '#lib/ui/audit/audit-text.ts';
import { round } from './rounds.ts';

const { geography } = loadReference('data');
const questionnaires = loadQuestionnaires('data/questionnaires');

export const sceneIn = (language: Language): AuditScene => ({ language, geography, questionnaires, rounds: [round] });

const ragnhild = '0190a3c4-0000-7000-8000-000000000001';

/** Ragnhild, who opened the first version of Kristiansand's answer, or what is given instead. */
export const auditRow = (given: Partial<AuditRow> = {}): AuditRow => ({
  ...{ sequence: 1234, at: new Date('2024-03-01T09:05:00.123Z'), origin: '192.0.2.7' },
  ...{ actorKind: 'person', actorId: ragnhild, actorName: 'Ragnhild' },
  ...{ action: 'report_read', subject: 'sor-2024/4204', subjectName: null, detail: { version: 1 }, change: null },
  ...{ detailText: '{"version": 1}', changeText: null, previousHash: '', hash: 'ab'.repeat(32) },
  ...given
});
