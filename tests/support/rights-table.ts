import type { SignedIn } from './seeded-store.ts';

/** Who asks: the public, or someone with a session of the seeded store. */
export type Who = 'public' | SignedIn;
export const everybody: readonly Who[] = [
  'public',
  'without_role',
  'adviser_by_email',
  'respondent',
  'adviser',
  'midt',
  'governor',
  'case_officer',
  'unit_leader',
  'archivist',
  'administrator'
];

/** The units of the demonstration's people: Kristiansand in Region Sør; `other` is another's. */
export type Where = 'own' | 'other';

/** A route with a method, or an action of a page, with what each who gets there as a status. */
export type Row = {
  route: string;
  /** GET of a page or endpoint, POST of an endpoint, or the name of a page's action. */
  does: string;
  address: Record<Where, string>;
  form?: Record<string, string>;
  answer: (who: Who, where: Where) => number;
};

type Allowed = Partial<Record<Where, readonly Who[]>>;
type Statuses = { ok?: number; refused?: number; public?: number };

/** The same for everybody, wherever they belong. */
const always = (status: number) => () => status;

/** Those allowed get `ok`; others find nothing, and whoever has not signed in is asked to. */
function only(allowed: Allowed, { ok = 200, refused = 404, public: signedOut = 303 }: Statuses = {}): Row['answer'] {
  return (who, where) => {
    if (allowed[where]?.includes(who)) return ok;
    return who === 'public' ? signedOut : refused;
  };
}

const page = (route: string, answer: Row['answer'], own = route, other = own): Row => ({
  ...{ route, does: 'GET', answer },
  address: { own, other }
});
const action = (route: string, name: string, answer: Row['answer'], address: Row['address'], form = {}): Row => ({
  ...{ route, does: name, answer, address, form }
});
const same = (address: string): Row['address'] => ({ own: address, other: address });

const advisers: Allowed = { own: ['adviser'], other: ['midt'] };
const respondents: Allowed = { own: ['respondent'] };
/** Another municipality of the same region, and a round of another region, are both another's. */
const answers = { own: '/svar/sor-2024.4204', other: '/svar/sor-2024.4223' };
const form: Record<string, string> = { name: '', email: '' };

/** Every route and action there is, with a right address of one's own unit and of another's. */
export function rightsTable(link: string, unknownLink: string): Row[] {
  const links = { own: link, other: unknownLink };
  const byLink =
    (ok: number): Row['answer'] =>
    (_, where) =>
      where === 'own' ? ok : 404;
  const answerPages = ['', '/kvittering', '/kommune', '/ikke-meg'].flatMap((part) => {
    const route = `/svar/[token]${part}`;
    return [
      page(route, byLink(200), links.own + part, links.other + part),
      page(route, only(respondents), answers.own + part, answers.other + part)
    ];
  });
  const answerActions = ['lagre', 'send'].flatMap((name) => {
    // Kristiansand has answered, and an empty form is built on nothing: it is told what is newer.
    return [
      action('/svar/[token]', name, byLink(409), links),
      action('/svar/[token]', name, only(respondents, { ok: 409, public: 401 }), answers)
    ];
  });
  const handovers = ['overfor', 'del'].flatMap((name) => {
    const at = (one: Row['address']) => ({ own: `${one.own}/ikke-meg`, other: `${one.other}/ikke-meg` });
    return [
      action('/svar/[token]/ikke-meg', name, byLink(400), at(links), form),
      action('/svar/[token]/ikke-meg', name, only(respondents, { ok: 400, public: 401 }), at(answers), form)
    ];
  });
  return [...publicRows, ...answerPages, ...answerActions, ...handovers, ...adviserRows, ...accountRows];
}

const publicRows: Row[] = [
  page('/', always(200)),
  page('/statistikk', always(200)),
  page('/statistikk/[region]/[round]', always(200), '/statistikk/sor/2024', '/statistikk/midt/2023'),
  page(
    '/statistikk/[region]/[round]/tabell.csv',
    always(200),
    '/statistikk/sor/2024/tabell.csv',
    '/statistikk/midt/2023/tabell.csv'
  ),
  page(
    '/statistikk/[region]/[round]/tilstander',
    always(200),
    '/statistikk/sor/2024/tilstander',
    '/statistikk/midt/2023/tilstander'
  ),
  page('/svar/overfort', always(200)),
  page('/logg-inn', always(200)),
  page('/logg-inn/[token]', always(200), '/logg-inn/unknown'),
  page('/utboks', always(200)),
  page('/helse', always(200)),
  action('/logg-inn', 'default', always(400), same('/logg-inn'), { email: '' }),
  action('/logg-inn/[token]', 'default', always(410), same('/logg-inn/unknown')),
  action('/malform', 'default', always(303), same('/malform'), { malform: 'nb' }),
  page('/malform', always(404)),
  page('/logg-ut', always(404))
];

const adviserRows: Row[] = [
  page('/kartlegging', (who) => (['adviser', 'midt', 'public'].includes(who) ? 303 : 200)),
  page('/kartlegging/[round]', only(advisers), '/kartlegging/sor-2024', '/kartlegging/trondelag-2023'),
  action(
    '/kartlegging/[round]',
    'lenke',
    (who, where) => {
      if (who === 'public') return 401;
      // A published round takes no answers, so its own adviser gets no links either.
      if (where === 'other') return who === 'midt' ? 409 : 404;
      return who === 'adviser' ? 200 : 404;
    },
    { own: '/kartlegging/sor-2024', other: '/kartlegging/trondelag-2023' },
    { municipality: '4204' }
  ),
  page(
    '/kartlegging/[round]/[municipality]',
    only(advisers),
    '/kartlegging/sor-2024/4204',
    '/kartlegging/trondelag-2023/5001'
  ),
  action(
    '/kartlegging/[round]/[municipality]',
    'kontakt',
    only(advisers, { ok: 400, public: 401 }),
    { own: '/kartlegging/sor-2024/4204', other: '/kartlegging/trondelag-2023/5001' },
    form
  ),
  page('/svar', only({ own: ['respondent'], other: ['respondent'] }))
];

const accountRows: Row[] = [
  // The last of all: it ends the session it is tried with.
  action('/logg-ut', 'default', always(303), same('/logg-ut'))
];
