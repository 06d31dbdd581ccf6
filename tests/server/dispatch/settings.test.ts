import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowOnly } from '#lib/server/egress.ts';
import { altinnSmsCarrier } from '#lib/server/dispatch/altinn-sms.ts';
import { Maskinporten } from '#lib/server/dispatch/maskinporten.ts';
import { dispatchFault, dispatchHosts, smsSchema, svarutSchema } from '#lib/server/dispatch/settings.ts';
import { carriersOf } from '#lib/server/dispatch/setup.ts';
import { svarutCarrier } from '#lib/server/dispatch/svarut.ts';
import { openSealed } from '#lib/server/dispatch/cms.ts';
import { certificatePem, privateKeyPem } from '../../support/dispatch-keys.ts';
import { letter, municipalityNo, sms, start } from '../../support/dispatch-scene.ts';
import { clientSettings, startMaskinporten, type LocalMaskinporten } from '../../support/local-maskinporten.ts';
import { startAltinn, type LocalSms } from '../../support/local-sms.ts';
import { integration, startSvarut } from '../../support/local-svarut.ts';

let now = start;
const clock = () => now;
let local: LocalMaskinporten;
let altinn: LocalSms;
beforeEach(async () => {
  now = start;
  local = await startMaskinporten(clock);
  altinn = await startAltinn('maskinporten-token');
});
afterEach(() => Promise.all([local.close(), altinn.close()]));
const openMaskinporten = (over = {}) =>
  new Maskinporten({ issuer: `${local.url}/`, ...clientSettings, ...over }, fetch, clock);

describe('a token from Maskinporten', () => {
  it('is asked for with a signed grant, and kept until shortly before it ends', async () => {
    const maskinporten = openMaskinporten();
    expect(await maskinporten.token({ scope: 'ks:fiks' })).toBe('maskinporten-token');
    now = new Date(start.getTime() + 80_000);
    await maskinporten.token({ scope: 'ks:fiks' });
    expect(local.grants.length).toBe(1);
    now = new Date(start.getTime() + 95_000);
    await maskinporten.token({ scope: 'ks:fiks' });
    await maskinporten.token({ scope: 'ks:fiks', consumerOrg: '820852982' });
    expect(local.grants.map(({ scope, consumer_org }) => [scope, consumer_org])).toEqual([
      ['ks:fiks', undefined],
      ['ks:fiks', undefined],
      ['ks:fiks', '820852982']
    ]);
  });

  it('that cannot be had leaves nothing in doubt, and is asked for again', async () => {
    const maskinporten = openMaskinporten();
    local.answer = { status: 200, json: { access_token: '' } };
    const failure = { kind: 'unavailable', code: 'token-malformed' };
    await expect(maskinporten.token({ scope: 'ks:fiks' })).rejects.toMatchObject(failure);
    local.answer = { status: 200, json: { access_token: 'neste', expires_in: 119 } };
    expect(await maskinporten.token({ scope: 'ks:fiks' })).toBe('neste');
    const another = openMaskinporten({ keyId: 'another' }).token({ scope: 'ks:fiks' });
    await expect(another).rejects.toMatchObject({ kind: 'unavailable', code: 'token-http-400' });
  });
});

describe('Altinn Notifications', () => {
  const openAltinn = () =>
    altinnSmsCarrier({ kind: 'altinn', baseUrl: altinn.url }, { tokens: openMaskinporten(), send: fetch, clock });
  const parcel = { municipalityNo, reference: 'r-1', message: sms };

  it('takes an order once, however often it is placed, and tells what became of it', async () => {
    const carrier = openAltinn();
    altinn.mood = (_, times) => (times === 1 ? 'garbled' : 'ok');
    await expect(carrier.send(parcel)).rejects.toMatchObject({ kind: 'unknown', code: 'malformed' });
    const { externalId } = await carrier.send(parcel);
    expect(altinn.sent.length).toBe(1);
    if (altinn.sent[0]) altinn.sent[0].status = 'SMS_Failed_Expired';
    expect(await carrier.statuses(municipalityNo, [externalId])).toEqual([
      { externalId, status: 'SMS_Failed_Expired' }
    ]);
  });

  it('that gives no token of its own has not been asked for anything', async () => {
    local.answer = { status: 200, json: { access_token: 'another', expires_in: 119 } };
    const failure = { kind: 'unavailable', code: 'exchange-http-401' };
    await expect(openAltinn().send(parcel)).rejects.toMatchObject(failure);
    expect(altinn.sent).toEqual([]);
  });
});

describe('SvarUt', () => {
  it('gets files that only it can open when its certificate is set, and asks readers for the highest sign-in', async () => {
    const svarut = await startSvarut();
    const settings = {
      baseUrl: `${svarut.url}/api`,
      ...{ integrationId: integration.id, integrationPassword: integration.password },
      accounts: { [municipalityNo]: { account: 'a' } },
      certificate: certificatePem
    };
    await svarutCarrier(settings, openMaskinporten(), fetch).send({ municipalityNo, reference: 'r', message: letter });
    const [sent] = svarut.consignments;
    expect(sent?.metadata).toMatchObject({ kryptert: true, krevNiva4Innlogging: true });
    const [file] = sent?.files ?? [];
    expect(openSealed(privateKeyPem, file?.content ?? Buffer.alloc(0)).toString()).toBe('%PDF-1.7 brev');
    await svarut.close();
  });
});

describe('the settings', () => {
  it('bring nothing when nothing is set, and say what is missing', () => {
    expect(carriersOf({}, fetch, clock)).toEqual({});
    expect(dispatchFault({})).toBeNull();
    const SMS = { kind: 'altinn' as const, baseUrl: 'https://platform.altinn.no' };
    expect(dispatchFault({ SMS })).toBe('MASKINPORTEN: missing, and SMS of the kind altinn needs it');
  });

  it('are refused when they are no JSON, name no https or hold what is unknown', () => {
    expect(svarutSchema.safeParse('{').success).toBe(false);
    const gateway = { kind: 'gateway', url: 'https://sms.example', token: 't', sender: 'Kommunen' };
    expect(smsSchema.parse(JSON.stringify(gateway))).toMatchObject({ isIdempotent: false });
    expect(smsSchema.safeParse(JSON.stringify({ ...gateway, url: 'http://sms.example' })).success).toBe(false);
    expect(smsSchema.safeParse(JSON.stringify({ ...gateway, more: 1 })).success).toBe(false);
  });

  it('name the only hosts that are reached', async () => {
    const SMS = {
      kind: 'gateway' as const,
      url: 'https://sms.example/v1',
      token: 't',
      sender: 'K',
      isIdempotent: true
    };
    expect(dispatchHosts({ SMS })).toEqual(['sms.example']);
    const elsewhere = carriersOf(
      { SMS: { ...SMS, url: 'https://elsewhere.example' } },
      allowOnly(['sms.example']),
      clock
    );
    const sending = elsewhere.sms?.send({ municipalityNo, reference: 'r', message: sms });
    await expect(sending).rejects.toMatchObject({ kind: 'unavailable', code: 'egress-refused' });
  });
});
