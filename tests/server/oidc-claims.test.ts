import { describe, expect, it } from 'vitest';
import { identityProvidersSchema } from '#lib/server/identity-provider.ts';
import { readIdentity } from '#lib/server/oidc-claims.ts';
import { arendal, kristiansand, pid } from '../support/identity-accounts.ts';

const resource = 'urn:altinn:resource:rer-sor';
const settings = {
  id: 'ansattporten',
  kind: 'ansattporten',
  name: 'Ansattporten',
  issuer: 'https://ansattporten.no',
  clientId: 'regionspeil',
  clientSecret: 'secret'
};
const claims = { iss: settings.issuer, sub: 'kari-1', acr: 'high', pid };
type Change = Record<string, unknown>;

function identityOf(change: Change, overrides: Change = {}) {
  const [provider] = identityProvidersSchema.parse(JSON.stringify([{ ...settings, ...overrides }]));
  if (!provider) throw new Error('no provider');
  return readIdentity(provider, { ...claims, ...change }, 'the token');
}

describe('an identity', () => {
  it('is issuer and subject, and what else the token tells, without the national identity number', () => {
    expect(identityOf({ name: 'Kari Kommune', sid: 'a session' })).toEqual({
      issuer: settings.issuer,
      subject: 'kari-1',
      name: 'Kari Kommune',
      acr: 'high',
      sid: 'a session',
      idToken: 'the token',
      organisation: null
    });
  });

  it.each<[string | null, Change]>([
    ['Kari Kommune', { given_name: 'Kari', family_name: 'Kommune' }],
    ['Kommune', { family_name: 'Kommune' }],
    ['Kari', { name: '', given_name: 'Kari' }],
    [null, {}],
    [null, { name: 7 }]
  ])('has the name %s from %o', (name, change) => {
    expect(identityOf(change).name).toBe(name);
  });

  it('of Entra ID has the oid as its subject', () => {
    expect(identityOf({ oid: 'an-object' }, { kind: 'entra' }).subject).toBe('an-object');
    expect(() => identityOf({}, { kind: 'entra' })).toThrow('sign-in-refused');
  });

  it.each(['low', '', undefined, ['high']])('with acr %o is not sure enough', (acr) => {
    expect(() => identityOf({ acr })).toThrow('acr-too-low');
  });

  it('with any acr is let in where none is required', () => {
    expect(identityOf({ acr: undefined }, { requiredAcr: [] }).acr).toBeNull();
  });
});

describe('the organisation someone acts for', () => {
  const asked = { representation: { resource, role: 'respondent' } };
  const party = (ID: string) => ({ orgno: { authority: 'iso6523-actorid-upis', ID }, name: kristiansand.name });
  const number = `0192:${kristiansand.number}`;
  const detail = { type: 'ansattporten:altinn:resource', resource, authorized_parties: [party(number)] };
  const organisationOf = (authorization_details: unknown, overrides: Change = asked) =>
    identityOf({ authorization_details }, overrides).organisation;

  it('is the party to the resource that was asked for', () => {
    const foreign = { ...detail, resource: `${resource}-2`, authorized_parties: [party(`0192:${arendal.number}`)] };
    expect(organisationOf([foreign, detail])).toEqual(kristiansand);
  });

  it('may lack its name', () => {
    const nameless = { ...detail, authorized_parties: [{ orgno: { ID: number } }] };
    expect(organisationOf([nameless])).toEqual({ number: kristiansand.number, name: null });
  });

  it('is the reportee of an older service', () => {
    const type = 'ansattporten:altinn:service';
    const reportees = [{ Rights: ['Read'], Authority: 'iso6523-actorid-upis', ID: number, Name: kristiansand.name }];
    const representation = { type, resource, role: 'respondent' };
    expect(organisationOf([{ type, resource, reportees }], { representation })).toEqual(kristiansand);
    expect(() => organisationOf([{ ...detail, type }], { representation })).toThrow('no-representation');
  });

  it('is the employer, whatever the resource, where that was asked for', () => {
    const type = 'ansattporten:orgno';
    const representation = { type, role: 'case_officer' };
    expect(organisationOf([{ type, authorized_parties: detail.authorized_parties }], { representation })).toEqual(
      kristiansand
    );
    expect(() => organisationOf([detail], { representation })).toThrow('no-representation');
  });

  it('is not read when it was not asked for', () => {
    expect(organisationOf([detail], {})).toBeNull();
  });

  it.each<[string, unknown]>([
    ['no claim', undefined],
    ['an empty claim', []],
    ['a claim of another shape', { ...detail }],
    ['no party', [{ ...detail, authorized_parties: [] }]],
    ['a party of another shape', [{ ...detail, authorized_parties: [{ orgno: kristiansand.number }] }]],
    ['another resource', [{ ...detail, resource: `${resource}-2` }]],
    ['another type', [{ ...detail, type: 'ansattporten:orgno' }]],
    ['two parties', [{ ...detail, authorized_parties: [party(number), party(`0192:${arendal.number}`)] }]],
    ['two details', [detail, detail]],
    ['a wrong check digit', [{ ...detail, authorized_parties: [party('0192:820852983')] }]],
    ['another register', [{ ...detail, authorized_parties: [party(`9908:${kristiansand.number}`)] }]],
    ['more digits', [{ ...detail, authorized_parties: [party(`${number}0`)] }]],
    ['no register', [{ ...detail, authorized_parties: [party(kristiansand.number)] }]]
  ])('is missing with %s', (_, claim) => {
    expect(() => organisationOf(claim)).toThrow('no-representation');
  });
});
