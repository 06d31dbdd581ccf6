import { describe, expect, it } from 'vitest';
import { isListedHost, namesUnit, outcomeOf } from '#lib/domain/web-check.ts';

describe('a page', () => {
  it.each([
    'Rådgivende enhet for russaker (RER)',
    'Rådgjevande eining for russaker',
    'Kommunen har en rådgivende  enhet.',
    'RER møter deg på servicetorget',
    'Slik behandler vi russaker'
  ])('that says "%s" names the unit', (text) => expect(namesUnit(text)).toBe(true));

  it.each(['Rus og psykisk helse', 'Planen gjelder flere enheter', 'rerum novarum', 'ferdigstilt: RERFØRING', ''])(
    'that says "%s" does not',
    (text) => expect(namesUnit(text)).toBe(false)
  );

  it('is named, unnamed or missing by its status and words', () => {
    expect(outcomeOf({ kind: 'page', status: 200, text: 'russaker' })).toEqual({ outcome: 'named', detail: null });
    expect(outcomeOf({ kind: 'page', status: 200, text: 'plan' })).toEqual({ outcome: 'unnamed', detail: null });
    expect(outcomeOf({ kind: 'page', status: 404, text: 'russaker' })).toEqual({ outcome: 'missing', detail: '404' });
    expect(outcomeOf({ kind: 'silent', why: 'time' })).toEqual({ outcome: 'silent', detail: 'time' });
    expect(outcomeOf({ kind: 'refused', why: 'private' })).toEqual({ outcome: 'refused', detail: 'private' });
  });
});

it('a host is listed itself and below a listed one, and never by its end alone', () => {
  const hosts = ['kommune.no', 'oslo.no'];
  expect(['www.skien.kommune.no', 'kommune.no', 'SKIEN.KOMMUNE.NO'].every((host) => isListedHost(host, hosts))).toBe(
    true
  );
  expect(['ukommune.no', 'kommune.no.example', 'kommune', '10.0.0.1'].some((host) => isListedHost(host, hosts))).toBe(
    false
  );
});
