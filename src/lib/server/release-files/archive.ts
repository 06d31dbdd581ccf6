import type { ReleaseReading, ReportBlock } from '#lib/domain/release-reading.ts';
import type { ReleaseFile, Written } from './format.ts';

/** Nothing is fetched and nothing runs: pictures and style are in the file, and the files are links with their content. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const style = `
:root { color-scheme: light; --ink: #1d2b2e; --quiet: #566467; --accent: #0b5a63; --line: #d5dddd }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 62rem; color: var(--ink); background: #fff;
  font: 1rem/1.6 Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif }
h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.25 }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem }
p, li { max-width: 42rem; overflow-wrap: anywhere }
a { color: var(--accent) }
.quiet { color: var(--quiet) }
.kind { display: inline-block; margin-inline-start: .5rem; padding: 0 .6rem; border: 1px solid #8a4b00; border-radius: 1rem; color: #8a4b00 }
.wide { overflow-x: auto }
table { margin: 1rem 0 1.5rem; border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { padding-bottom: .25rem; font-weight: 600; text-align: start }
th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
td.hash { font-family: ui-monospace, monospace; font-size: .75rem; overflow-wrap: anywhere; min-width: 16rem }
.facts td { overflow-wrap: anywhere }
svg { display: block; max-width: 100%; height: auto; margin: 1.5rem 0 }
@media print { body { max-width: none } .wide { overflow: visible } }`;

/** The whole release in one page that opens from a disk: the report, its pictures, and every file to save with its hash. */
export function archiveFile(reading: ReleaseReading, files: readonly ReleaseFile[]): Written[] {
  const { title, subtitle, kind, language, version, address, report, source } = reading;
  const chip = kind === null ? '' : ` <span class="kind">${escaped(kind)}</span>`;
  const lines = [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${title} – ${version}`)}</title>`,
    `<style>${style}\n</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="quiet">${escaped(`${subtitle} · ${version}`)}${chip}</p>`,
    `<p class="quiet"><a href="${escaped(address)}" rel="noreferrer">${escaped(address)}</a></p>`,
    '</header>',
    '<main>',
    ...report.map(blockHtml),
    ...filePart(reading, files),
    '</main>',
    `<footer><p class="quiet">${escaped(source)}</p></footer>`,
    '</body>',
    '</html>'
  ];
  return [{ part: null, bytes: `${lines.join('\n')}\n` }];
}

function filePart({ words, formats }: ReleaseReading, files: readonly ReleaseFile[]): string[] {
  const rows = files.map(({ format, name, mediaType, bytes, hash }) => {
    const content = `data:${mediaType.replaceAll(' ', '')};base64,${Buffer.from(bytes).toString('base64')}`;
    const link = `<a download="${escaped(name)}" href="${content}">${escaped(name)}</a>`;
    const label = formats[format]?.label ?? format;
    const cells = [`<td>${escaped(label)}</td>`, `<td>${escaped(words.bytes(bytes.length))}</td>`];
    return `<tr><th scope="row">${link}</th>${cells.join('')}<td class="hash">${hash}</td></tr>`;
  });
  const headings = headingRow([words.file, words.type, words.size, words.hash]);
  return [
    `<h2>${escaped(words.files)}</h2>`,
    `<p>${escaped(words.archiveLead)}</p>`,
    scrolling(words.files, `<table><thead>${headings}</thead><tbody>${rows.join('')}</tbody></table>`)
  ];
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<table class="facts"><tbody>${block.rows.map(rowHtml).join('')}</tbody></table>`;
    case 'table': {
      const head = `<caption>${escaped(block.caption)}</caption><thead>${headingRow(block.headings)}</thead>`;
      return scrolling(block.caption, `<table>${head}<tbody>${block.rows.map(rowHtml).join('')}</tbody></table>`);
    }
    case 'picture':
      return block.picture.svg;
  }
}

/** A table that is wider than the page is read sideways, also with the keyboard. */
function scrolling(name: string, table: string): string {
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(name)}">${table}</div>`;
}

function headingRow(headings: readonly string[]): string {
  return `<tr>${headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')}</tr>`;
}

function rowHtml([name = '', ...cells]: readonly string[]): string {
  return `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
