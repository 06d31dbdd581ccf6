import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseFile } from '#lib/server/release-files/format.ts';
import { releaseFiles } from '#lib/server/release-files/formats.ts';
import { releaseAddress, releaseReadingOf } from '../../support/release-content.ts';

describe('the release in one page', () => {
  const reading = releaseReadingOf();
  let files: ReleaseFile[];
  let html: string;
  beforeAll(async () => {
    files = await releaseFiles(reading);
    html = Buffer.from(files.find(({ format }) => format === 'archive')?.bytes ?? '').toString('utf8');
  }, 60_000);

  it('asks for nothing: no script, no style, picture or font from elsewhere', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|link|iframe|img|object|embed)\b/);
    expect(html).not.toMatch(/\b(src|srcset|action)=/);
    expect(html).not.toMatch(/@import|url\((?!#)/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !link.startsWith('data:'))).toEqual([releaseAddress]);
  });

  it('holds every other file to save, with its hash', () => {
    const kept = [...html.matchAll(/download="([^"]+)" href="data:[^"]*;base64,([^"]+)"/g)];
    const others = files.filter(({ format }) => format !== 'archive');
    expect(kept.map(([, name]) => name)).toEqual(others.map(({ name }) => name));
    kept.forEach(([, , content = ''], index) => {
      expect(Buffer.from(content, 'base64').equals(Buffer.from(others[index]?.bytes ?? ''))).toBe(true);
    });
    for (const { hash } of others) expect(html).toContain(hash);
  });

  it('is the whole report: sentences, pictures, tables with headings, method', () => {
    expect(html).toContain('<html lang="nb">');
    expect(html).toContain('<p>Tallet for &lt;Agder&gt; er rettet &amp; kontrollert.</p>');
    expect(html.match(/<svg /g)).toHaveLength(reading.pictures.length);
    expect(html).toContain('<th scope="row">Telemark</th><td>:</td>');
    expect(html).toContain('<th scope="col">Område</th>');
    expect(html).toContain('syntetiske tall');
    expect(html).toContain('Slik er tallene laget');
  });
});
