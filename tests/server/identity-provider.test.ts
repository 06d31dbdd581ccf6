import { describe, expect, it } from 'vitest';
import { hostsOf, identityProvidersSchema } from '#lib/server/identity-provider.ts';

const least = {
  id: 'ansattporten',
  kind: 'ansattporten',
  name: 'Ansattporten',
  issuer: 'https://ansattporten.no',
  clientId: 'regionspeil',
  clientSecret: 'not to be told'
};
const resource = 'urn:altinn:resource:rer-sor';

const read = (...entries: unknown[]) => identityProvidersSchema.parse(JSON.stringify(entries));
const issuesOf = (json: string) =>
  identityProvidersSchema.safeParse(json).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a provider', () => {
  it('of Ansattporten asks for level substantial and takes high too', () => {
    expect(read(least)).toEqual([
      {
        ...least,
        name: { nb: 'Ansattporten', nn: 'Ansattporten' },
        scope: 'openid profile',
        acrValues: ['substantial'],
        requiredAcr: ['substantial', 'high'],
        subjectClaim: 'sub',
        representation: null,
        hosts: []
      }
    ]);
  });

  it('of Entra ID knows people by oid', () => {
    const issuer = 'https://login.microsoftonline.com/0f1e/v2.0';
    expect(read({ ...least, kind: 'entra', issuer })).toMatchObject([
      { subjectClaim: 'oid', acrValues: [], requiredAcr: [] }
    ]);
  });

  it('is what its settings say where they say something', () => {
    const said = { scope: 'openid', acrValues: ['entraid'], requiredAcr: [], subjectClaim: 'email', hosts: ['a.no'] };
    expect(read({ ...least, ...said, name: { nb: 'Kommunen', nn: 'Kommuna' } })).toMatchObject([
      { ...said, name: { nb: 'Kommunen', nn: 'Kommuna' } }
    ]);
  });

  it('asks for an Altinn resource unless it says another kind of representation', () => {
    const representations = [
      { resource, role: 'respondent' },
      { type: 'ansattporten:orgno', role: 'case_officer' }
    ];
    const entries = representations.map((representation, place) => ({ ...least, id: `no-${place}`, representation }));
    expect(read(...entries).map(({ representation }) => representation)).toEqual([
      { type: 'ansattporten:altinn:resource', resource, role: 'respondent' },
      { type: 'ansattporten:orgno', role: 'case_officer' }
    ]);
  });

  it.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])('may be at %s', (issuer) => {
    expect(read({ ...least, issuer })).toMatchObject([{ issuer }]);
  });

  it('is reached at the host of its issuer and those that are named', () => {
    const [provider] = read({ ...least, hosts: ['keys.example.no'] });
    expect(provider && hostsOf(provider)).toEqual(['ansattporten.no', 'keys.example.no']);
  });
});

describe('what is wrong is told by field', () => {
  it.each<[string, object]>([
    ['0.id', { id: 'Ansattporten' }],
    ['0.kind', { kind: 'saml' }],
    ['0.name', { name: { nb: 'Ansattporten' } }],
    ['0.issuer', { issuer: 'ansattporten' }],
    ['0.issuer', { issuer: 'http://ansattporten.no' }],
    ['0.issuer', { issuer: 'http://localhost.example.no' }],
    ['0.issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    ['0.clientSecret', { clientSecret: '' }],
    ['0.scope', { scope: 'profile' }],
    ['0.requiredAcr', { requiredAcr: 'high' }],
    ['0.hosts.0', { hosts: ['https://keys.example.no'] }],
    ['0.representation.role', { representation: { resource, role: 'owner' } }],
    ['0.representation.resource', { representation: { role: 'respondent' } }],
    ['0.representation.resource', { representation: { resource: 'rer-sor', role: 'respondent' } }],
    ['0.representation.resource', { representation: { type: 'ansattporten:orgno', resource, role: 'respondent' } }],
    ['0', { secret: 'misspelt' }]
  ])('%s: %o', (field, change) => {
    const issues = issuesOf(JSON.stringify([{ ...least, ...change }]));
    expect(issues).toHaveLength(1);
    expect(issues?.[0]).toMatch(new RegExp(`^${field}: `));
  });

  it('also when two have one id', () => {
    expect(issuesOf(JSON.stringify([least, { ...least, id: 'other' }, least]))).toEqual(['2.id: is used twice']);
  });

  it('and never with what was written, which may be a secret', () => {
    expect(issuesOf('[{"clientSecret": "not to be told"')).toEqual([': is not JSON']);
  });
});
