import { describe, expect, it } from 'vitest';
import { readEnvironment, variableDescriptions } from '#lib/server/env.ts';

const production = {
  ORIGIN: 'https://regionspeil.example.no',
  DATABASE_URL: 'postgres://localhost/regionspeil',
  SECRET: 'a secret of at least thirty-two characters',
  SMTP_URL: 'smtp://localhost:25'
};

describe('the environment', () => {
  it('bare is the demonstration on the embedded store', () => {
    expect(readEnvironment({})).toMatchObject({ isDemonstration: true, PORT: 3000, STORE_DIR: 'var/store' });
  });

  it.each(['ORIGIN', 'DATABASE_URL'] as const)('with %s is no demonstration', (name) => {
    const { ORIGIN, DATABASE_URL, ...rest } = production;
    const one = { ORIGIN, DATABASE_URL }[name];
    const read = () => readEnvironment({ ...rest, [name]: one });
    if (name === 'ORIGIN') expect(read().isDemonstration).toBe(false);
    else expect(read).toThrow(/^ORIGIN: missing/);
  });

  it.each(['ORIGIN', 'SECRET', 'SMTP_URL'] as const)('in production stops when %s is missing', (name) => {
    expect(() => readEnvironment({ ...production, [name]: undefined })).toThrow(new RegExp(`^${name}: missing`));
    expect(() => readEnvironment({ ...production, [name]: '' })).toThrow(new RegExp(`^${name}: missing`));
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['ORIGIN', 'regionspeil'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['SECRET', 'short'],
    ['SMTP_URL', 'https://mail'],
    ['LOG_LEVEL', 'loud'],
    ['OIDC_PROVIDERS', '{']
  ])('names the variable in one line when %s is %s', (name, value) => {
    const read = () => readEnvironment({ ...production, [name]: value });
    expect(read).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('has no owner of the tables without the database', () => {
    const owner = 'postgres://owner@localhost/regionspeil';
    expect(readEnvironment({ ...production, OWNER_DATABASE_URL: owner }).OWNER_DATABASE_URL).toBe(owner);
    expect(() => readEnvironment({ OWNER_DATABASE_URL: owner })).toThrow(/^OWNER_DATABASE_URL: set without [^\n]+$/);
  });

  it.each(['http://regionspeil.example.no', 'http://localhost.example.no', 'http://10.0.0.1:3000'])(
    'refuses %s as the address people use, in one line',
    (ORIGIN) => {
      expect(() => readEnvironment({ ...production, ORIGIN })).toThrow(/^ORIGIN: must be https [^\n]+$/);
    }
  );

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'https://regionspeil.example.no'])(
    'takes %s as the address people use',
    (ORIGIN) => {
      expect(readEnvironment({ ...production, ORIGIN }).ORIGIN).toBe(ORIGIN);
    }
  );

  it('names the field of a list, and tells no secret', () => {
    const entry = { id: 'a', kind: 'entra', name: 'A', issuer: 'http://a.no', clientId: 'c', clientSecret: 'hidden' };
    const read = () => readEnvironment({ OIDC_PROVIDERS: JSON.stringify([entry]) });
    expect(read).toThrow(/^OIDC_PROVIDERS\.0\.issuer: must be https [^\n]+$/);
    expect(read).not.toThrow(/hidden/);
  });

  it('describes every variable', () => {
    for (const description of Object.values(variableDescriptions)) expect(description.length).toBeGreaterThan(10);
  });
});
