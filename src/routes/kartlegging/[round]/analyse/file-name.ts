/** The name of a file of a view, after its round and choices; without its kind. */
export function fileName(roundId: string, address: string): string {
  const choices = address.replaceAll(/[^a-z0-9_]+/gi, '-').replaceAll(/^-|-$/g, '');
  return ['regionspeil-analyse', roundId, choices].filter(Boolean).join('-').slice(0, 120);
}
