import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { secureEveryAnswer, securityHeaders } from '#lib/server/security-headers.ts';

it('browsers are told to stay on TLS where people use it, and only there', () => {
  expect(securityHeaders('https://regionspeil.example.no')['strict-transport-security']).toMatch(/^max-age=63072000;/);
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty('strict-transport-security');
});

it('an answer has the headers though nobody sets them, and a page puts its own policy in their place', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/page') response.setHeader('content-security-policy', "default-src 'self'");
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headersOf = async (path: string) => Object.fromEntries((await fetch(origin + path)).headers);
  const undo = secureEveryAnswer(origin);
  expect(await headersOf('/file')).toMatchObject(securityHeaders(origin));
  expect((await headersOf('/page'))['content-security-policy']).toBe("default-src 'self'");
  undo();
  expect(await headersOf('/file')).not.toHaveProperty('x-frame-options');
  server.close();
});
