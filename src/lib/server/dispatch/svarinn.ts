import { z } from 'zod';
import { ask, askBytes, askJson } from './answer.ts';
import { CarrierFailure } from './carrier.ts';

const timeoutMs = 60_000;

/** The mailbox of a municipality: who we are there, and the key that what lies there is encrypted for (PEM). */
export type SvarinnSettings = {
  baseUrl: string;
  mailboxes: Record<string, { user: string; password: string; privateKey: string }>;
};

const partySchema = z.object({ navn: z.string().nullish(), orgnr: z.string().nullish() });
const consignmentSchema = z.object({
  id: z.string().min(1),
  tittel: z.string().nullish(),
  date: z.number().nullish(),
  avsender: partySchema.nullish(),
  filmetadata: z.array(z.object({ filnavn: z.string().min(1), mimetype: z.string().min(1) })).default([])
});
/** What lies in a mailbox, without its files. `files` are one PDF, or several that come as one ZIP. */
export type Received = {
  id: string;
  senderName: string | null;
  senderOrganisationNo: string | null;
  sentAt: Date | null;
  files: { name: string; mimeType: string }[];
};

/**
 * KS SvarInn with Basic sign-in. What was fetched is acknowledged only when it is stored, so that a crash between fetches
 * it again: `id` tells that it is the same. Source: «SvarInn REST» of developers.fiks.ks.no.
 */
export class Svarinn {
  readonly #settings: SvarinnSettings;
  readonly #fetch: typeof fetch;

  constructor(settings: SvarinnSettings, fetch: typeof globalThis.fetch) {
    this.#settings = settings;
    this.#fetch = fetch;
  }

  /** The municipalities that have a mailbox. */
  get municipalities(): string[] {
    return Object.keys(this.#settings.mailboxes);
  }

  /** What lies in a municipality's mailbox and has not been acknowledged. */
  async list(municipalityNo: string): Promise<Received[]> {
    const asked = this.#request(municipalityNo, 'mottaker/hentNyeForsendelser', 'GET');
    const listed = await askJson(this.#fetch, asked, z.array(consignmentSchema));
    return listed.map(({ id, date, avsender, filmetadata }) => ({
      id,
      senderName: avsender?.navn ?? null,
      senderOrganisationNo: avsender?.orgnr ?? null,
      sentAt: date === null || date === undefined ? null : new Date(date),
      files: filmetadata.map(({ filnavn, mimetype }) => ({ name: filnavn, mimeType: mimetype }))
    }));
  }

  /** The content of one, decrypted: the file itself, or a ZIP of several. */
  async open(municipalityNo: string, id: string): Promise<Buffer> {
    const asked = this.#request(municipalityNo, `forsendelse/${encodeURIComponent(id)}`, 'GET');
    const sealed = await askBytes(this.#fetch, asked);
    const { openSealed } = await import('./cms.ts'); // a start that fetches nothing loads nothing
    try {
      return openSealed(this.#mailbox(municipalityNo).privateKey, sealed);
    } catch (error) {
      throw new CarrierFailure('refused', 'undecipherable', error);
    }
  }

  /** Says that one is stored with us; then it is not listed again. */
  async acknowledge(municipalityNo: string, id: string): Promise<void> {
    await this.#tell(municipalityNo, `kvitterMottak/forsendelse/${encodeURIComponent(id)}`);
  }

  /** Says that we cannot take one. When that is final it goes on to Altinn or print, as other post does. */
  async reject(municipalityNo: string, id: string, { isFinal }: { isFinal: boolean }): Promise<void> {
    const body = JSON.stringify({ feilmelding: 'Filen kan ikke leses.', permanent: isFinal });
    await this.#tell(municipalityNo, `mottakFeilet/forsendelse/${encodeURIComponent(id)}`, body);
  }

  async #tell(municipalityNo: string, path: string, body?: string): Promise<void> {
    const answer = await ask(this.#fetch, this.#request(municipalityNo, path, 'POST', body));
    await answer.body?.cancel();
  }

  #request(municipalityNo: string, path: string, method: string, body?: string) {
    const { user, password } = this.#mailbox(municipalityNo);
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const headers = { authorization, accept: '*/*', ...(body !== undefined && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(body !== undefined && { body }) };
    return { url: `${this.#settings.baseUrl}/svarinn/${path}`, init, timeoutMs };
  }

  #mailbox(municipalityNo: string) {
    const mailbox = this.#settings.mailboxes[municipalityNo];
    if (!mailbox) throw new CarrierFailure('refused', 'not-set-up');
    return mailbox;
  }
}
