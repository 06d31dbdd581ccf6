import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import type { ReleasedFigure } from '#lib/domain/release-content.ts';
import type { ReleaseReading, ReportBlock } from '#lib/domain/release-reading.ts';
import { leaked, releaseAddress, releaseContent, releaseReadingOf } from '../../support/release-content.ts';

const reading = releaseReadingOf();
const tables = (of: ReleaseReading) =>
  new Map(of.report.flatMap((block) => (block.kind === 'table' ? [[block.caption, block] as const] : [])));
const rowOf = (of: ReleaseReading, caption: string, name: string) =>
  tables(of)
    .get(caption)
    ?.rows.find(([first]) => first === name);
const wordsOf = (block: ReportBlock): string[] => {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [block.caption, ...block.headings, ...block.rows.flat()];
    case 'picture':
      return [block.picture.title, block.picture.svg];
    case 'heading':
    case 'paragraph':
      return [block.text];
  }
};
/** The content with every figure of an indicator made another. */
function withFigures(change: (figure: ReleasedFigure) => ReleasedFigure) {
  const content = releaseContent();
  return releaseReadingOf({ ...content, figures: content.figures.map(change) });
}

describe('a release in one language', () => {
  it('says the same twice, and has the parts of a report in their order', () => {
    expect(releaseReadingOf()).toEqual(reading);
    const headings = reading.report.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      ...['Rettet siden forrige versjon', 'Det viktigste', 'Anslag', 'Figurer', 'Tall', 'Kommunene', 'Merknader'],
      ...['Tegn i tabellene', 'Slik er tallene laget', 'Om utgivelsen']
    ]);
  });

  it('has each figure with its interval, n of N, and a sign where it is not shown', () => {
    expect(rowOf(reading, 'Mottatte saker', 'KORUS Sør')).toEqual([
      ...['KORUS Sør', '71', '10,4 (8,2–13,2)', '4 av 6', '66\u00a0% av innbyggerne']
    ]);
    expect(rowOf(reading, 'Mottatte saker', 'Telemark')?.slice(1, 4)).toEqual([':', ':', '4 av 6']);
    expect(rowOf(reading, 'Mottatte saker', 'Vestfold')?.slice(1, 4)).toEqual(['..', '..', '0 av 6']);
    expect(rowOf(reading, 'Saker med person under 18 år', 'KORUS Sør')?.slice(1, 3)).toEqual(['.', '.']);
    expect(rowOf(reading, 'Behandlede saker', 'KORUS Sør')?.[2]).toBe('89\u00a0% (79–94)');
    expect(rowOf(reading, 'Informasjon på nettsiden: kommuner etter område', 'KORUS Sør')?.slice(1, 4)).toEqual([
      '2',
      '0',
      '1'
    ]);
  });

  it('tells of each municipality what it said, and that one has not answered', () => {
    const caption = 'Svar og ordning, kommune for kommune';
    expect(rowOf(reading, caption, 'Porsgrunn')).toEqual(['Porsgrunn', 'Telemark', 'Har svart', 'Ja']);
    expect(rowOf(reading, caption, 'Tønsberg')).toEqual(['Tønsberg', 'Vestfold', 'Ikke svart', '..']);
    expect(rowOf(reading, caption, 'Arendal')?.[3]).toBe('Vet ikke eller ikke oppgitt');
  });

  it('has what was counted before an estimate, and never an estimate among the counts', () => {
    const text = reading.report.flatMap(wordsOf).find((words) => words.includes('mellom 73 og 97'));
    expect(text).toMatch(/^Mottatte saker: 71 er talt \(4 av 6 kommuner\)\. .*Tallet er et anslag, ikke en telling\.$/);
    expect([...tables(reading).values()].flatMap(({ rows }) => rows.flat())).not.toContain('82');
  });

  it('tells neither the number nor why when an estimate is refused and its count is hidden', () => {
    const words = reading.report.flatMap(wordsOf);
    expect(words).toContain(
      'Saker med person under 18 år: det som er talt, vises ikke. For få kommuner har svart til at vi kan anslå et samlet tall.'
    );
    expect(words.join('\n')).not.toContain('observed_under_20');
  });

  it('does not say that too few answered when nobody has signed an estimate', () => {
    const outcome = { kind: 'refused', reasons: ['not_signed'] } as const;
    const content = releaseContent({ estimates: [{ indicator: 'cases_received', observed: 71, outcome }] });
    const words = releaseReadingOf(content).report.flatMap(wordsOf);
    expect(words).toContain(
      'Mottatte saker: 71 er talt (4 av 6 kommuner). Det er ikke gitt noe anslag for kommunene som ikke har svart.'
    );
  });

  it('has a picture of each kind that the figures are enough for, with title, base, kind and source in it', () => {
    expect(reading.pictures.map(({ name }) => name)).toEqual(['svar', 'saker', 'andeler', 'nett']);
    expect(reading.pictures.map(({ title }) => title)).toEqual([
      'Fire av seks kommuner har svart',
      'Fire kommuner har mottatt 71 saker til sammen',
      'Av mottatte saker: behandlede saker 89\u00a0%',
      'To av fire kommuner har informasjon på nettsiden'
    ]);
    for (const { title, svg } of reading.pictures) {
      expect(svg).toContain(`<title>${title}</title>`);
      for (const words of ['4 av 6 kommuner', 'syntetiske tall', 'Kilde: Regionspeil', releaseAddress])
        expect(svg).toContain(words);
    }
    const cases = reading.pictures.find(({ name }) => name === 'saker')?.svg;
    for (const words of ['vises ikke', 'ikke svart']) expect(cases).toContain(words);
  });

  it('has no number in a title when the figure behind it is hidden', () => {
    const hidden = withFigures((figure) => ({ ...figure, ...leaked, status: 'hidden' }));
    expect(hidden.pictures.map(({ name, title }) => [name, title])).toEqual([
      ['svar', 'Fire av seks kommuner har svart'],
      ['saker', 'Antall saker mottatt fra påtalemyndigheten i perioden, etter fylke']
    ]);
    const words = JSON.stringify(hidden).replace(/[\s\u00a0]/g, '');
    for (const value of Object.values(leaked)) expect(words).not.toContain(String(value));
  });

  it('has only what there is to tell', () => {
    const bare = releaseReadingOf({
      ...releaseContent({ note: null, figures: [], municipalities: [], estimates: [] }),
      sentences: { nb: [], nn: [] },
      footnotes: { nb: [], nn: [] }
    });
    expect(bare.report.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      ...['Tegn i tabellene', 'Slik er tallene laget', 'Om utgivelsen']
    ]);
    expect([bare.pictures, bare.cubes, bare.tables.map(({ name }) => name)]).toEqual([[], [], ['tall', 'kommuner']]);
  });

  it('says of published figures that they are, and of reported ones nothing', () => {
    const kindOf = (dataKind: 'published' | 'reported') => {
      const { round } = releaseContent();
      return releaseReadingOf(releaseContent({ round: { ...round, dataKind } }));
    };
    expect(kindOf('published').kind).toBe('publiserte tall');
    expect(kindOf('reported').kind).toBeNull();
    const { report, pictures } = kindOf('reported');
    expect(JSON.stringify([report, pictures]).includes('syntetisk')).toBe(false);
  });

  it.each(languages)('has the same columns, codes and numbers in %s, and a text for each', (language) => {
    const other = releaseReadingOf(releaseContent(), language);
    expect(other.tables.map(({ columns }) => columns.map(({ name }) => name))).toEqual(
      reading.tables.map(({ columns }) => columns.map(({ name }) => name))
    );
    expect(other.cubes.map(({ cells, dimensions }) => [cells, dimensions.map(({ id }) => id)])).toEqual(
      reading.cubes.map(({ cells, dimensions }) => [cells, dimensions.map(({ id }) => id)])
    );
    for (const { columns, rows } of other.tables) {
      for (const { title, description } of columns) expect([title, description]).not.toContain('');
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});
