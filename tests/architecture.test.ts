import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const listFiles = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => pattern.test(file));

const sources = listFiles('src', /\.(ts|svelte)$/);
const importsOf = (file: string) =>
  [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target ?? '');

/** Folder and the folders it may import, from the table in the documentation. */
const layers = new Map(
  [...read('docs/architecture.md').matchAll(/^\| `src\/lib\/(\w+)` +\|[^|]+\|([^|]+)\|$/gm)].map(
    ([, folder, allowed]) => [folder ?? '', [...(allowed ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')]
  )
);
const pure = ['domain', 'stats', 'charts'];

describe('layers', () => {
  it.each(readdirSync('src/lib'))('%s imports only what the documentation allows it', (folder) => {
    const allowed = layers.get(folder) ?? [];
    const broken = sources
      .filter((file) => file.startsWith(`src/lib/${folder}/`))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => target.startsWith('#lib/') && !allowed.includes(target.split('/')[1] ?? ''));
    expect(broken).toEqual([]);
  });

  it('nothing reaches across folders of the library by a relative path', () => {
    const folderOf = (file: string) => file.split(path.sep).slice(0, 3).join('/');
    const broken = sources
      .filter((file) => file.startsWith('src/lib/'))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => target.startsWith('.'))
      .filter(({ file, target }) => folderOf(path.join(path.dirname(file), target)) !== folderOf(file));
    expect(broken).toEqual([]);
  });

  it.each(pure)('%s knows no platform', (folder) => {
    const broken = sources
      .filter((file) => file.startsWith(`src/lib/${folder}/`))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => /^(\$app\/|node:|svelte)/.test(target));
    expect(broken).toEqual([]);
  });

  it.each(pure)('%s takes the time and chance as arguments', (folder) => {
    const broken = sources.filter(
      (file) => file.startsWith(`src/lib/${folder}/`) && /Date\.now|new Date\(\)|Math\.random/.test(read(file))
    );
    expect(broken).toEqual([]);
  });
});

describe('SQL', () => {
  const statement = /\bselect\b[^;]*?\bfrom\s+\w+\s|\binsert into\b|\bdelete from\b|\bupdate \w+\s+set\b/i;

  it('stands in server and stats only', () => {
    const broken = sources.filter(
      (file) => !/^src\/lib\/(server|stats)\//.test(file) && sqlTexts(file).some((text) => statement.test(text))
    );
    expect(broken).toEqual([]);
  });

  it('names its columns', () => {
    const files = [...sources, ...listFiles('src/lib/server/migrations', /\.sql$/)];
    expect(files.filter((file) => /\bselect\s+(\w+\.)?\*/i.test(read(file)))).toEqual([]);
  });

  function sqlTexts(file: string): string[] {
    return [...read(file).matchAll(/`([^`]*)`|'([^'\n]*)'/g)].map(([, template, quoted]) => template ?? quoted ?? '');
  }
});

describe('rights', () => {
  const askers = [
    'openWorkbench',
    'may',
    'audienceOf',
    'openRespondent',
    'openFollower',
    'openFollowUp',
    'openPreparer',
    'openScene',
    'openAdministration',
    'openPerson',
    'openQuestions',
    'openAnalysis',
    'openRegionAnalysis',
    'openRegions',
    'openSideBySide',
    'openRegistering',
    'openTaken',
    'openFile',
    'openTopic',
    'openPublication',
    'openRelease',
    'openReleaser',
    'publicationPage',
    'openEstimate',
    'openView',
    'openCases',
    'openAdding',
    'openDesk',
    'openDeskTown',
    'openLetter',
    'openPackage',
    'asArchivist'
  ];
  const asking = new RegExp(`\\b(${askers.join('|')})\\(`);
  const servers = listFiles('src/routes', /\/\+(page|layout)?(\.server|server)\.ts$/);

  /** Open to everyone, whoever asks: a new one is put here by hand. */
  const publicPages = [
    'src/routes/+page.server.ts',
    'src/routes/api/+page.server.ts',
    'src/routes/api/v1/+server.ts',
    'src/routes/api/v1/openapi.json/+server.ts',
    'src/routes/api/v1/[...path]/+server.ts',
    'src/routes/api/v1/releases/+server.ts',
    'src/routes/api/v1/releases/[region]/[round]/+server.ts',
    'src/routes/api/v1/releases/[region]/[round]/[version]/+server.ts',
    'src/routes/api/v1/datasets/+server.ts',
    'src/routes/api/v1/tables/[id]/+server.ts',
    'src/routes/api/v1/pxweb/config/+server.ts',
    'src/routes/api/v1/pxweb/tables/+server.ts',
    'src/routes/api/v1/pxweb/tables/[id]/+server.ts',
    'src/routes/api/v1/pxweb/tables/[id]/metadata/+server.ts',
    'src/routes/api/v1/pxweb/tables/[id]/data/+server.ts',
    'src/routes/helse/+server.ts',
    'src/routes/invitasjon/[token]/+page.server.ts',
    'src/routes/invitasjon/[token]/ikke-meg/+page.server.ts',
    'src/routes/logg-inn/+page.server.ts',
    'src/routes/logg-inn/[token]/+page.server.ts',
    'src/routes/logg-inn/leverandor/[provider]/+page.server.ts',
    'src/routes/logg-inn/leverandor/[provider]/avvist/+page.server.ts',
    'src/routes/logg-inn/leverandor/[provider]/retur/+server.ts',
    'src/routes/logg-ut/+page.server.ts',
    'src/routes/logg-ut/leverandor/[provider]/+server.ts',
    'src/routes/malform/+page.server.ts',
    'src/routes/statistikk/+page.server.ts',
    'src/routes/statistikk/[region]/[round]/sporsmal/+page.server.ts',
    'src/routes/svar/med-innlogging/[answer]/+page.server.ts',
    'src/routes/utgivelser/+page.server.ts',
    'src/routes/utboks/+page.server.ts'
  ];

  it.each(servers)('%s asks may, or is one of the public pages', (file) => {
    expect(asking.test(read(file))).toBe(!publicPages.includes(file));
  });

  it.each(publicPages)('%s says why it is a public page', (file) => {
    expect(read(file)).toMatch(/\bpublic page\b/i);
  });

  it.each(['openRespondent', 'openFollower', 'openFollowUp', 'openScene', 'openAdministration', 'openQuestions'])(
    '%s asks for its callers',
    (name) => {
      const file = sources.find((candidate) => read(candidate).includes(`function ${name}(`));
      expect(file && read(file)).toMatch(/\b(may|audienceOf)\(/);
    }
  );

  it('a role is looked at where rights are decided and where grants are stored only', () => {
    const homes = ['src/lib/domain/access.ts', 'src/lib/server/grant.ts'];
    const broken = sources.filter((file) => !homes.includes(file) && /\.role\b|roles\.includes/.test(read(file)));
    expect(broken).toEqual([]);
  });
});
