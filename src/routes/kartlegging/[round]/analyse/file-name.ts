import type { TopicName } from '#lib/ui/analysis/topics.ts';

/** The pages of the workbench that files are taken from, as their addresses end. */
export type FilePage = 'analyse' | TopicName;

/** The name of a file of a page, after its round and choices; without its kind. */
export function fileName(page: FilePage, roundId: string, address: string): string {
  const choices = address.replaceAll(/[^a-z0-9_]+/gi, '-').replaceAll(/^-|-$/g, '');
  return ['regionspeil', page, roundId, choices].filter(Boolean).join('-').slice(0, 120);
}
