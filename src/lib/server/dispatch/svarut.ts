import { z } from 'zod';
import type { OutgoingLetter, OutgoingNotice, PostalAddress } from '#lib/domain/case/dispatch.ts';
import { askJson } from './answer.ts';
import { CarrierFailure, type Carrier, type Parcel, type Tracked } from './carrier.ts';
import type { Tokens } from './maskinporten.ts';
import { multipart } from './multipart.ts';

const scope = 'ks:fiks';
const sendTimeoutMs = 120_000;
const askTimeoutMs = 20_000;

/** `accounts`: by municipality, the account that sends and, when we act on its behalf, its organisation number. */
export type SvarutSettings = {
  baseUrl: string;
  integrationId: string;
  integrationPassword: string;
  accounts: Record<string, { account: string; consumerOrg?: string | undefined }>;
  /** SvarUt's certificate as PEM: with it files are encrypted, and readers must sign in on the highest level. */
  certificate?: string | undefined;
  sendTimeoutMs?: number | undefined;
};

const sentSchema = z.object({ id: z.string().min(1) });
const foundSchema = z.object({ forsendelser: z.array(z.object({ id: z.string().min(1), status: z.string() })) });
const statusSchema = z.object({ statuser: z.array(z.object({ id: z.string().min(1), status: z.string() })) });

/**
 * KS SvarUt, REST version 2. It knows no idempotency, so what is sent is found again by `eksternReferanse`. Source: the
 * specifications forsendelse-send, forsendelse-status and forsendelse-eksternref, version 2.
 */
export function svarutCarrier(settings: SvarutSettings, tokens: Tokens, send: typeof fetch): Carrier {
  const accountOf = (municipalityNo: string) => {
    const account = settings.accounts[municipalityNo];
    if (!account) throw new CarrierFailure('refused', 'not-set-up');
    return account;
  };
  const prepare = async (municipalityNo: string, path: string) => {
    const { account, consumerOrg } = accountOf(municipalityNo);
    const headers = {
      authorization: `Bearer ${await tokens.token({ scope, consumerOrg })}`,
      integrasjonid: settings.integrationId,
      integrasjonpassord: settings.integrationPassword
    };
    return { url: `${settings.baseUrl}/v2/kontoer/${account}/forsendelser${path}`, headers };
  };

  return {
    isIdempotent: false,
    serves: (municipalityNo) => Object.hasOwn(settings.accounts, municipalityNo),
    async send(parcel) {
      const { body, contentType } = multipart(await partsOf(parcel, settings.certificate));
      const { url, headers } = await prepare(parcel.municipalityNo, '');
      const init = { method: 'POST', headers: { ...headers, 'content-type': contentType }, body: new Uint8Array(body) };
      const asked = { url, init, timeoutMs: settings.sendTimeoutMs ?? sendTimeoutMs };
      const { id } = await askJson(send, asked, sentSchema);
      return { externalId: id, status: 'MOTTATT' };
    },
    async find(municipalityNo, reference) {
      const query = new URLSearchParams({ eksternRef: reference });
      const { url, headers } = await prepare(municipalityNo, `/metadata?${query}`);
      const found = await askJson(send, { url, init: { headers }, timeoutMs: askTimeoutMs }, foundSchema);
      const [first] = found.forsendelser;
      return first ? { externalId: first.id, status: first.status } : null;
    },
    async statuses(municipalityNo, externalIds) {
      const { url, headers } = await prepare(municipalityNo, '/status-sok');
      const body = JSON.stringify({ forsendelseIds: externalIds });
      const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
      const { statuser } = await askJson(send, { url, init, timeoutMs: askTimeoutMs }, statusSchema);
      return statuser.map(({ id, status }): Tracked => ({ externalId: id, status }));
    }
  };
}

async function partsOf({ reference, message }: Parcel, certificate: string | undefined) {
  if (message.channel === 'sms') throw new CarrierFailure('refused', 'not-a-letter');
  const isEncrypted = certificate !== undefined;
  const consignment = consignmentOf(message, reference, isEncrypted);
  const files = await Promise.all(
    message.files.map(async ({ name, mimeType, content }) => {
      const bytes = Buffer.from(content, 'base64');
      const sent = certificate === undefined ? bytes : await sealed(certificate, bytes);
      return { name, fileName: name, contentType: mimeType, content: sent };
    })
  );
  const json = Buffer.from(JSON.stringify(consignment));
  return [{ name: 'forsendelse', contentType: 'application/json;charset=UTF-8', content: json }, ...files];
}

/** Loaded when it is needed: most of what starts sends nothing. */
async function sealed(certificate: string, bytes: Buffer): Promise<Buffer> {
  return (await import('./cms.ts')).sealForCertificate(certificate, bytes);
}

function consignmentOf(message: OutgoingLetter | OutgoingNotice, reference: string, isEncrypted: boolean) {
  const { to, title, files } = message;
  const digitalId = message.channel === 'letter' ? message.to.nationalId : message.to.organisationNo;
  return {
    mottaker: { navn: to.name, ...(digitalId !== null && { digitalId }), ...addressOf(to.address) },
    tittel: title,
    avgivendeSystem: 'Regionspeil',
    eksternReferanse: reference,
    korrelasjonsid: reference,
    kunDigitalLevering: to.address === null,
    krevNiva4Innlogging: isEncrypted,
    kryptert: isEncrypted,
    taushetsbelagtPost: message.channel === 'notice',
    utskriftskonfigurasjon: { utskriftMedFarger: false, tosidig: true },
    dokumenter: files.map(({ name, mimeType }) => ({
      filnavn: name,
      mimeType,
      skalEkskluderesFraUtskrift: mimeType !== 'application/pdf',
      inneholderPersonsensitivInformasjon: true
    }))
  };
}

function addressOf(address: PostalAddress | null) {
  if (address === null) return {};
  const [adresselinje1, adresselinje2, adresselinje3] = address.lines;
  return { adresselinje1, adresselinje2, adresselinje3, postnummer: address.postcode, poststed: address.place };
}
