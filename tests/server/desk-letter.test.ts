import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Reason, RoundSeen } from '#lib/domain/attention.ts';
import { deskLetterKinds } from '#lib/domain/desk-letter.ts';
import { languages } from '#lib/domain/language.ts';
import { reportDocx } from '#lib/server/release-files/report-docx.ts';
import { reportPdf } from '#lib/server/release-files/report-pdf.ts';
import { deskLetter, letterReading } from '#lib/ui/desk/letter-text.ts';
import { convertedByOffice, office } from '../support/office.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { zipTexts } from '../support/zip-text.ts';

const at = new Date('2025-06-01T12:00:00Z');
const silent: RoundSeen = {
  ...{ roundId: 'sor-2024', name: 'Region Sør 2024', periodEnd: '2024-03-31', isSynthetic: false, standing: 'silent' },
  duties: {
    ...{ unit: 'unknown', written_routine: 'unknown', web_info: 'unknown' },
    ...{ prosecution_contact: 'unknown', cooperation_agreement: 'unknown' }
  },
  ...{ planned: {}, received: null, handled: null }
};
const reasons: Reason[] = [
  { kind: 'silent_once' },
  { kind: 'missing', duty: 'written_routine' },
  { kind: 'plan_overdue', duty: 'web_info', month: '2024-03' },
  { kind: 'promise_broken', duty: 'other', text: 'Møte med <politiet> & påtalemyndigheten', dueOn: '2025-02-28' }
];
const about = { name: 'Evje og Hornnes', rounds: [silent], reasons, writer: 'Grete Fylke' };
/** Every line of a letter; a fact in a list is told without its dash. */
const linesOf = (body: string) =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^– /, ''));
const plain = (xml: string) =>
  xml
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe.each(deskLetterKinds.flatMap((kind) => languages.map((language) => ({ kind, language }))))(
  'the letter about $kind in $language',
  ({ kind, language }) => {
    const letter = deskLetter(kind, about, language);
    const reading = letterReading(letter, language, at);
    const said = [letter.subject, ...linesOf(letter.body)];

    it('holds every fact word for word', () => {
      expect(letter.facts.length).toBeGreaterThan(0);
      for (const fact of letter.facts) expect(letter.body).toContain(fact);
    });

    it('reads the same in the Word document, in its language', async () => {
      const [file] = await reportDocx(reading);
      const parts = zipTexts(Buffer.from(file?.bytes ?? ''));
      const text = plain(parts.get('word/document.xml') ?? '');
      for (const line of said) expect(text).toContain(line);
      expect(parts.get('word/styles.xml')).toContain(`w:val="${language}-NO"`);
    });

    it('reads the same in the tagged PDF, in its language', async () => {
      const [file] = await reportPdf(reading, { isCompressed: false });
      const bytes = Buffer.from(file?.bytes ?? '');
      const text = textOfPdf(bytes).replaceAll(/\s+/g, ' ');
      for (const line of said) expect(text).toContain(line);
      const raw = bytes.toString('latin1');
      expect(raw).toContain(`/Lang (${language})`);
      for (const type of ['H1', 'P', ...(kind === 'silence' ? [] : ['L', 'LI'])])
        expect(raw).toContain(`/S /${type}\n`);
    });
  }
);

it.skipIf(office === null)(
  'is opened by LibreOffice with every line in it',
  async () => {
    const letter = deskLetter('promise', about, 'nb');
    const [file] = await reportDocx(letterReading(letter, 'nb', at));
    const text = convertedByOffice(Buffer.from(file?.bytes ?? ''), 'docx', 'txt:Text');
    for (const line of linesOf(letter.body)) expect(text).toContain(line);
  },
  120_000
);
