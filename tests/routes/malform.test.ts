import type { RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { actions } from '../../src/routes/malform/+page.server.ts';

it.each([
  ['/statistikk/sor/2024?fylke=42', '/statistikk/sor/2024?fylke=42'],
  ['/.//evil.example', '/'],
  ['//evil.example', '/'],
  ['http://host.example//evil.example', '/'],
  ['http://[', '/']
])('choosing a language with the way back %s leads to %s', async (back, expected) => {
  const body = new URLSearchParams({ malform: 'nn', tilbake: back });
  const url = new URL('http://host.example/malform');
  const event = { url, request: new Request(url, { method: 'POST', body }), cookies: { set: () => undefined } };
  const choosing = actions.default?.(event as unknown as RequestEvent<Record<string, never>, '/malform'>);
  await expect(choosing).rejects.toMatchObject({ status: 303, location: expected });
});
