import { expect, it } from 'vitest';
import { readDeliveryFailure } from '#lib/server/delivery-failure.ts';

const refused = (detail: Record<string, unknown>) => Object.assign(new Error('refused'), detail);

it.each([
  ['address', '550 5.1.1', { command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 <kari@example.no> unknown' }],
  ['address', '550', { command: 'RCPT TO', responseCode: 550, response: '550 no such user' }],
  ['temporary', '451 4.7.1', { command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 greylisted' }],
  ['message', '554 5.7.1', { command: 'DATA', responseCode: 554, response: '554 5.7.1 looks like spam' }],
  ['temporary', '535', { command: 'AUTH PLAIN', responseCode: 535, response: '535 wrong password' }],
  ['temporary', '550', { command: 'MAIL FROM', responseCode: 550, response: '550 sender refused' }],
  ['temporary', 'ECONNECTION', { code: 'ECONNECTION', command: 'CONN' }]
] as const)('%s: %s', (kind, code, detail) => {
  expect(readDeliveryFailure(refused(detail))).toEqual({ kind, code });
});

it('what is no error of the mail server is worth another try', () => {
  expect(readDeliveryFailure('no')).toEqual({ kind: 'temporary', code: 'unknown' });
});
