import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { releaseFormats } from '#lib/domain/release-format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { releaseFiles } from '#lib/server/release-files/formats.ts';
import { reportPdf } from '#lib/server/release-files/report-pdf.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { leaked, releaseContent, releaseReadingOf } from '../../support/release-content.ts';
import { zipTexts } from '../../support/zip-text.ts';

let files: ReleaseFile[];
beforeAll(async () => {
  files = await releaseFiles(releaseReadingOf());
}, 60_000);

describe('the files of a release', () => {
  it('are of every format, each with a label in every language', () => {
    const ids = releaseFormats.map(({ id }): string => id);
    expect(new Set(files.map(({ format }) => format))).toEqual(new Set(ids));
    for (const language of languages) expect(Object.keys(messagesIn(language).releaseFiles.formats)).toEqual(ids);
  });

  it('have names of their own that say region, round, version and language', () => {
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^sor-2024-v1-nb[a-z.-]*\.[a-z]+$/);
    expect(names).toEqual(
      expect.arrayContaining(['sor-2024-v1-nb-tall.csv', 'sor-2024-v1-nb-saker.json', 'sor-2024-v1-nb.html'])
    );
  });

  it('carry the hash of their bytes', () => {
    for (const { bytes, hash } of files) expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  });

  it('are the same bytes for the same release, made anew', async () => {
    const again = await releaseFiles(releaseReadingOf());
    expect(again.map(({ name, hash }) => [name, hash])).toEqual(files.map(({ name, hash }) => [name, hash]));
  }, 60_000);
});

/**
 * The content of a release has no place for what is hidden. Should it carry a number after all, beside a status that says
 * it is not shown, no file differs by a single byte: nothing of it is there, nor of how long it is.
 */
describe('what is hidden', () => {
  it('leaves no trace in any file, not even when the content carries it', async () => {
    const faulty = await releaseFiles(releaseReadingOf(releaseContent({ isFaulty: true })));
    expect(faulty.map(({ name, hash }) => [name, hash])).toEqual(files.map(({ name, hash }) => [name, hash]));
  }, 60_000);

  it('is in no file as text, packed or not, and neither are the reasons for it', async () => {
    const reading = releaseReadingOf(releaseContent({ isFaulty: true }));
    const [pdf] = await reportPdf(reading, { isCompressed: false });
    const texts = [...(await releaseFiles(reading)).flatMap(textsOf), textOfPdf(Buffer.from(pdf?.bytes ?? ''))];
    const everything = texts.join('\n').replace(/[\s\u00a0.,']/g, '');
    for (const value of Object.values(leaked)) expect(everything).not.toContain(String(value));
    for (const word of ['observed_under_20', 'few_cases', 'few_besides', 'protects_others']) {
      expect(texts.join('\n')).not.toContain(word);
    }
    expect(everything).toContain('68000');
  }, 60_000);
});

function textsOf({ format, bytes }: ReleaseFile): string[] {
  const isPacked = format === 'xlsx' || format === 'docx';
  return isPacked
    ? [...zipTexts(bytes).values()]
    : [Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('latin1')];
}
