import { expect, it } from 'vitest';
import { answerToken, newToken, tokenHash } from '#lib/server/token.ts';

const secret = 'a secret of at least thirty-two characters';

it('a new token has 256 bits and is never the same', () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

it('the hash of a token does not hold the token', () => {
  expect(tokenHash('token').toString('hex')).toBe('3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0');
});

it('the link of a municipality is the same each time, and another for each round, municipality and secret', () => {
  const link = answerToken(secret, 'sor-2024', '4223');
  expect(answerToken(secret, 'sor-2024', '4223')).toBe(link);
  const others = [
    answerToken(secret, 'sor-2025', '4223'),
    answerToken(secret, 'sor-2024', '4204'),
    answerToken(`${secret}!`, 'sor-2024', '4223')
  ];
  expect(new Set([link, ...others]).size).toBe(4);
});
