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
  'sampler',
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

/** The ids of Kristiansand's respondent and of the adviser of another region. */
export type People = { kari: string; midt: string };
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
export function rightsTable(link: string, unknownLink: string, people: People): Row[] {
  const links = { own: link, other: unknownLink };
  const byLink =
    (ok: number): Row['answer'] =>
    (_, where) =>
      where === 'own' ? ok : 404;
  const answerPages = [
    '',
    '/kvittering',
    '/kvittering.pdf',
    '/versjoner',
    '/fil',
    '/fil/skjema.csv',
    '/telling/mal.csv',
    '/kommune',
    '/ikke-meg',
    '/sporsmal',
    '/kolleger',
    '/hendelser'
  ].flatMap((part) => {
    const route = `/svar/[token]${part}`;
    return [
      page(route, byLink(200), links.own + part, links.other + part),
      page(route, only(respondents), answers.own + part, answers.other + part)
    ];
  });
  const answerActions = ['lagre', 'sjekk', 'send'].flatMap((name) => {
    // Kristiansand has answered, and an empty form is built on nothing: it is told what is newer.
    return [
      action('/svar/[token]', name, byLink(409), links),
      action('/svar/[token]', name, only(respondents, { ok: 409, public: 401 }), answers)
    ];
  });
  const explanations = [
    action('/svar/[token]/sporsmal', 'forklar', byLink(400), {
      own: `${link}/sporsmal`,
      other: `${unknownLink}/sporsmal`
    }),
    action('/svar/[token]/sporsmal', 'forklar', only(respondents, { ok: 400, public: 401 }), {
      own: `${answers.own}/sporsmal`,
      other: `${answers.other}/sporsmal`
    })
  ];
  // Kristiansand's answer is not frozen, came by no phone and has no file: each says so, or leads to where it is said.
  const corrections = (
    [
      ['/versjoner', 'rett', 400],
      ['/fil', 'default', 400],
      ['/telling', 'default', 303],
      ['/bekreft', 'default', 303]
    ] as const
  ).flatMap(([part, name, ok]) => {
    const at = (one: Row['address']) => ({ own: one.own + part, other: one.other + part });
    const route = `/svar/[token]${part}`;
    return [
      action(route, name, byLink(ok), at(links)),
      action(route, name, only(respondents, { ok, public: 401 }), at(answers))
    ];
  });
  // Kristiansand has a register: whoever has signed in sees its figures in the form, and counts no file.
  const counted = [
    page('/svar/[token]/telling', byLink(200), `${links.own}/telling`, `${links.other}/telling`),
    page('/svar/[token]/telling', only(respondents, { ok: 303 }), `${answers.own}/telling`, `${answers.other}/telling`)
  ];
  const unconfirmed = [
    page('/svar/[token]/bekreft', byLink(303), `${links.own}/bekreft`, `${links.other}/bekreft`),
    page('/svar/[token]/bekreft', only(respondents, { ok: 303 }), `${answers.own}/bekreft`, `${answers.other}/bekreft`)
  ];
  // No host names Kristiansand, so there is nothing to deny.
  answerActions.push(
    action('/svar/[token]', 'avkreft', byLink(404), links, { host: '4223' }),
    action('/svar/[token]', 'avkreft', only({}, { public: 401 }), answers, { host: '4223' })
  );
  const handovers = ['overfor', 'del'].flatMap((name) => {
    const at = (one: Row['address']) => ({ own: `${one.own}/ikke-meg`, other: `${one.other}/ikke-meg` });
    return [
      action('/svar/[token]/ikke-meg', name, byLink(400), at(links), form),
      action('/svar/[token]/ikke-meg', name, only(respondents, { ok: 400, public: 401 }), at(answers), form)
    ];
  });
  const colleagues = (address: Row['address']) => ({
    own: `${address.own}/kolleger`,
    other: `${address.other}/kolleger`
  });
  const helpers = [
    action('/svar/[token]/kolleger', 'inviter', byLink(400), colleagues(links), form),
    action('/svar/[token]/kolleger', 'inviter', only(respondents, { ok: 400, public: 401 }), colleagues(answers), form),
    // Nobody is invited, so there is nobody to withdraw.
    action('/svar/[token]/kolleger', 'trekk', always(404), colleagues(links), { id: 'none' }),
    action('/svar/[token]/kolleger', 'trekk', only({}, { public: 401 }), colleagues(answers), { id: 'none' })
  ];
  return [
    ...helpers,
    ...counted,
    ...[...publicRows, ...answerPages, ...answerActions, ...corrections, ...unconfirmed, ...handovers],
    ...[...explanations, ...adviserRows, ...analysisRows, ...viewRows, ...qualityRows, ...followUpRows],
    ...[...releaseRows, ...estimateRows, ...caseRows],
    ...[...auditRows, ...invitationRows, ...providerRows, ...peopleRows(people), ...accountRows],
    ...endingRows(people)
  ];
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
  page(
    '/statistikk/[region]/[round]/sporsmal',
    always(200),
    '/statistikk/sor/2024/sporsmal',
    '/statistikk/midt/2023/sporsmal'
  ),
  page('/svar/overfort', always(200)),
  page('/svar/med-innlogging/[answer]', always(200), '/svar/med-innlogging/sor-2024.4223'),
  page('/logg-inn', always(200)),
  page('/logg-inn/[token]', always(200), '/logg-inn/unknown'),
  page('/utboks', always(200)),
  page('/helse', always(200)),
  action('/logg-inn', 'default', always(400), same('/logg-inn'), { email: '' }),
  action('/logg-inn/[token]', 'default', always(410), same('/logg-inn/unknown')),
  action('/malform', 'default', always(303), same('/malform'), { malform: 'nb' }),
  page('/malform', always(404))
];

const caseWorkers: readonly Who[] = ['case_officer', 'unit_leader', 'sampler', 'archivist'];
const workers: Allowed = { own: caseWorkers };
const caseHome: Allowed = { own: caseWorkers, other: caseWorkers };
const nowhere = {
  own: '/saker/4204/00000000-0000-0000-0000-000000000000',
  other: '/saker/5001/00000000-0000-0000-0000-000000000000'
};
const caseRoute = '/saker/[municipality]/[case]';
const idAt = (folder: string) => ({
  own: `/saker/${folder}/4204/00000000-0000-0000-0000-000000000000`,
  other: `/saker/${folder}/5001/00000000-0000-0000-0000-000000000000`
});
const documentAt = idAt('dokument');
const incomingAt = idAt('innkommet');
const unitAt = { own: '/saker/enhet/4204', other: '/saker/enhet/5001' };
const letterAt = { own: `${unitAt.own}/brev`, other: `${unitAt.other}/brev` };
const sentFile = '/sendinger/00000000-0000-0000-0000-000000000000/brev.pdf';
const unsent = { municipality: '4204', message: '00000000-0000-0000-0000-000000000000', change: 'post' };
const officers: Allowed = { own: ['case_officer'], other: ['case_officer'] };
const counting: readonly Who[] = ['case_officer', 'unit_leader'];
const counters: Allowed = { own: counting, other: counting };
/** A case that is not there is not found by anybody; those that are, are asked for in the tests of the store. */
const caseRows: Row[] = [
  page('/saker', only(caseHome)),
  action('/saker', 'navn', only(caseHome, { public: 401 }), same('/saker')),
  action(
    '/saker',
    'apne',
    only({ own: ['unit_leader'], other: ['unit_leader'] }, { ok: 409, public: 401 }),
    same('/saker'),
    {
      unit: '4204'
    }
  ),
  page('/saker/slettet', only({ own: ['unit_leader', 'archivist'], other: ['unit_leader', 'archivist'] })),
  page('/saker/egne-henvendelser', only(counters)),
  action(
    '/saker/egne-henvendelser',
    'default',
    only(counters, { ok: 400, public: 401 }),
    same('/saker/egne-henvendelser'),
    {
      municipality: '4204'
    }
  ),
  page('/saker/ny', only(officers)),
  action('/saker/ny', 'default', only(officers, { ok: 400, public: 401 }), same('/saker/ny')),
  page(caseRoute, only({}), nowhere.own, nowhere.other),
  page(`${caseRoute}/sett`, only({}), `${nowhere.own}/sett`, `${nowhere.other}/sett`),
  page(`${caseRoute}/person`, only({}), `${nowhere.own}/person`, `${nowhere.other}/person`),
  action(`${caseRoute}/person`, 'default', only({}, { public: 401 }), {
    own: `${nowhere.own}/person`,
    other: `${nowhere.other}/person`
  }),
  page(`${caseRoute}/arkiv`, only({}), `${nowhere.own}/arkiv`, `${nowhere.other}/arkiv`),
  page(`${caseRoute}/arkiv/pakke.zip`, only({}), `${nowhere.own}/arkiv/pakke.zip`, `${nowhere.other}/arkiv/pakke.zip`),
  action(caseRoute, 'steg', only({}, { public: 401 }), nowhere, { event: 'no_show' }),
  action(caseRoute, 'melding', only({}, { public: 401 }), nowhere, {
    number: '1',
    channel: 'post',
    sentOn: '2026-01-05'
  }),
  action(caseRoute, 'papir', only({}, { public: 401 }), nowhere),
  action(caseRoute, 'sending', only({}, { public: 401 }), nowhere, unsent),
  action('/saker', 'sending', only({}, { public: 401 }), same('/saker'), unsent),
  page(`${caseRoute}/brev.pdf`, only({}), `${nowhere.own}/brev.pdf`, `${nowhere.other}/brev.pdf`),
  page(`${caseRoute}/sendinger/[message]/[file]`, only({}), `${nowhere.own}${sentFile}`, `${nowhere.other}${sentFile}`),
  action(caseRoute, 'dokument', only({}, { public: 401 }), nowhere, { kind: 'referral' }),
  action(caseRoute, 'fjern', only({}, { public: 401 }), nowhere, { number: '1' }),
  page('/saker/dokument/[municipality]/[document]', only({}), documentAt.own, documentAt.other),
  page('/saker/innkommet/[municipality]/[incoming]', only({}), incomingAt.own, incomingAt.other),
  action('/saker/innkommet/[municipality]/[incoming]', 'legg', only({}, { public: 401 }), incomingAt),
  action('/saker/innkommet/[municipality]/[incoming]', 'side', only({}, { public: 401 }), incomingAt, {
    reason: 'known_before'
  }),
  page('/saker/enhet/[unit]/kommuner', only(workers), `${unitAt.own}/kommuner`, `${unitAt.other}/kommuner`),
  ...(['inn', 'ut'] as const).map((name) =>
    action(
      '/saker/enhet/[unit]/kommuner',
      name,
      only({ own: ['unit_leader'] }, { ok: name === 'inn' ? 400 : 404, public: 401 }),
      { own: `${unitAt.own}/kommuner`, other: `${unitAt.other}/kommuner` }
    )
  ),
  page('/saker/enhet/[unit]', only(workers), unitAt.own, unitAt.other),
  page('/saker/enhet/[unit]/brev', only(workers), letterAt.own, letterAt.other),
  action('/saker/enhet/[unit]/brev', 'brevhode', only({ own: ['unit_leader'] }, { ok: 400, public: 401 }), letterAt),
  action('/saker/enhet/[unit]/brev', 'mottaker', only({ own: ['unit_leader'] }, { ok: 400, public: 401 }), letterAt),
  action('/saker/enhet/[unit]', 'default', only({ own: ['unit_leader'] }, { ok: 400, public: 401 }), unitAt)
];
/** Agder has an adviser of its county governor; Trøndelag has none here. */
const desks: Allowed = { own: ['adviser', 'governor'], other: ['midt'] };
const deskTown = { own: '/oppfolging/4204', other: '/oppfolging/5001' };
/** The package is the county governor's own; not even advisers of the region have it, and nobody another county's. */
const packageAt = { own: '/oppfolging/pakke?fylke=42', other: '/oppfolging/pakke?fylke=40' };
const importPath = '/kartlegging/[round]/import';
const importAt = { own: '/kartlegging/sor-2024/import', other: '/kartlegging/trondelag-2023/import' };
/** What is sent is empty, so an adviser of an open round gets a 400; a frozen round takes nothing. */
const openRoundOnly: Row['answer'] = (who, where) => {
  if (who === 'public') return 401;
  if (where === 'other') return who === 'midt' ? 409 : 404;
  return who === 'adviser' ? 400 : 404;
};
const registerPath = '/kartlegging/[round]/[municipality]/registrer';
const registerAt = {
  own: '/kartlegging/sor-2024/4204/registrer',
  other: '/kartlegging/trondelag-2023/5001/registrer'
};
const followUp = (part = '') => ({
  own: `/kartlegging/sor-2024/oppfolging${part}`,
  other: `/kartlegging/trondelag-2023/oppfolging${part}`
});
const followUpRoute = '/kartlegging/[round]/oppfolging';
const followUpPage = (part: string, own = followUp(part).own, other = followUp(part).other) =>
  page(followUpRoute + part, only(advisers), own, other);
const followUpAction = (part: string, name: string, ok: number, typed: Record<string, string> = {}) =>
  action(followUpRoute + part, name, only(advisers, { ok, public: 401 }), followUp(part), typed);
const townAction = (name: string, ok: number, typed: Record<string, string> = {}) =>
  action(
    `${followUpRoute}/[municipality]`,
    name,
    only(advisers, { ok, public: 401 }),
    { own: followUp('/4204').own, other: followUp('/5001').other },
    typed
  );
/** The demonstration knows an address of the own municipality, and none of the other. */
const addressAction = (name: string): Row => ({
  ...townAction(name, 200),
  answer: (who, where) => {
    if (who === 'public') return 401;
    return where === 'own' && advisers.own?.includes(who) ? 200 : 404;
  }
});
const absent = '00000000-0000-0000-0000-000000000000';

/** An empty note, step or wording is refused; a step or a note that is not there is not found, by its own adviser either. */
const followUpRows: Row[] = [
  followUpPage(''),
  followUpAction('', 'notat', 400, { municipality: '4204', outcome: 'note' }),
  followUpAction('', 'fjern', 404, { municipality: '4204', id: absent }),
  followUpPage('/plan'),
  followUpAction('/plan', 'leggtil', 400),
  followUpAction('/plan', 'endre', 404, { step: absent, event: 'pause' }),
  page(`${followUpRoute}/utsending`, only({}), followUp('/utsending').own, followUp('/utsending').other),
  followUpAction('/utsending', 'send', 404, { step: absent }),
  followUpPage('/brev'),
  followUpAction('/brev', 'lagre', 400),
  followUpAction('/brev', 'standard', 200, { kind: 'invitation', language: 'nb' }),
  followUpPage('/ringeliste.csv'),
  page(`${followUpRoute}/[municipality]`, only(advisers), followUp('/4204').own, followUp('/5001').other),
  townAction('notat', 400, { outcome: 'note' }),
  townAction('endre', 404, { id: absent, outcome: 'talked', text: 'Ringte' }),
  townAction('fjern', 404, { id: absent }),
  townAction('opplysninger', 400, { phone: 'nei' }),
  addressAction('retur'),
  addressAction('virker')
];
const questionsPath = '/kartlegging/[round]/sporsmal';
const questionsAt = { own: '/kartlegging/sor-2024/sporsmal', other: '/kartlegging/trondelag-2023/sporsmal' };
/** An opened round keeps its questions, also from its own advisers. */
const frozenQuestions = (name: string, given: Record<string, string>) =>
  action(questionsPath, name, only(advisers, { ok: 409, public: 401 }), questionsAt, given);

const setup = { own: '/kartlegging/sor-2024/oppsett', other: '/kartlegging/trondelag-2023/oppsett' };
const proving = { own: '/kartlegging/sor-2024/proving', other: '/kartlegging/trondelag-2023/proving' };
/** Neither round is prepared: their lists stand, they cannot be opened again, and the frozen one cannot be changed. */
function setupAnswer(name: 'lagre' | 'fjern' | 'leggtil' | 'apne' | 'forkast'): Row['answer'] {
  return (who, where) => {
    const allowed = advisers[where]?.includes(who) ?? false;
    if (!allowed) return who === 'public' ? 401 : 404;
    if (name === 'leggtil') return 400;
    return name === 'lagre' && where === 'own' ? 400 : 409;
  };
}

const adviserRows: Row[] = [
  page(questionsPath, only(advisers), questionsAt.own, questionsAt.other),
  page(
    `${questionsPath}/forhandsvisning`,
    only(advisers),
    `${questionsAt.own}/forhandsvisning`,
    `${questionsAt.other}/forhandsvisning`
  ),
  action(questionsPath, 'lagre', only(advisers, { ok: 400, public: 401 }), questionsAt, form),
  frozenQuestions('sett', { set: 'content_of_service' }),
  frozenQuestions('flytt', { key: '', retning: 'opp' }),
  frozenQuestions('fjern', { key: '' }),
  frozenQuestions('angre', { question: 'null' }),
  page('/oppfolging', only({ own: ['adviser', 'midt', 'governor'], other: ['adviser', 'midt', 'governor'] })),
  page('/oppfolging/pakke', only({ own: ['governor'] }), packageAt.own, packageAt.other),
  // No round of Agder has settled here, so there is no text to keep and no file; tests/routes/county-package.test.ts has both.
  action('/oppfolging/pakke', 'lagre', only({}, { public: 401 }), same('/oppfolging/pakke'), { nb: '', nn: '' }),
  ...(['xlsx', 'docx', 'pdf'] as const).map((format) =>
    page(
      '/oppfolging/pakke/[format]',
      only({}),
      packageAt.own.replace('pakke', `pakke/${format}`),
      packageAt.other.replace('pakke', `pakke/${format}`)
    )
  ),
  page('/oppfolging/[municipality]', only(desks), deskTown.own, deskTown.other),
  ...(['lov', 'kontakt'] as const).map((name) =>
    action('/oppfolging/[municipality]', name, only(desks, { ok: 400, public: 401 }), deskTown, { kind: 'note' })
  ),
  // Kristiansand lacks nothing that has settled, so there is no letter to send, and none of any kind to take away.
  page('/oppfolging/[municipality]/brev', only(desks), `${deskTown.own}/brev`, `${deskTown.other}/brev`),
  action(
    '/oppfolging/[municipality]/brev',
    'send',
    only(desks, { ok: 409, public: 401 }),
    { own: `${deskTown.own}/brev`, other: `${deskTown.other}/brev` },
    { subject: '', body: '' }
  ),
  page(
    '/oppfolging/[municipality]/brev/[format]',
    only({}),
    `${deskTown.own}/brev/docx`,
    `${deskTown.other}/brev/docx`
  ),
  // There is no such promise and no such contact.
  ...(['lofte', 'paminn', 'gjort', 'fjern'] as const).map((name) =>
    action('/oppfolging/[municipality]', name, only({}, { public: 401 }), deskTown, { event: 'keep', id: '' })
  ),
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
  // Nothing is unclear about Kristiansand, so there is nothing to decide or take back; the other round is frozen.
  ...['avgjor', 'angre'].flatMap((name) => [
    action(
      '/kartlegging/[round]',
      name,
      only(advisers, { ok: 409, public: 401 }),
      { own: '/kartlegging/sor-2024', other: '/kartlegging/trondelag-2023' },
      { municipality: '4204', holds: 'own' }
    )
  ]),
  page(
    '/kartlegging/[round]/hendelser',
    only(advisers),
    '/kartlegging/sor-2024/hendelser',
    '/kartlegging/trondelag-2023/hendelser'
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
  page(importPath, only(advisers), importAt.own, importAt.other),
  action(importPath, 'les', openRoundOnly, importAt, { text: '' }),
  action(importPath, 'lagre', openRoundOnly, importAt),
  page(`${importPath}/mal.csv`, only(advisers), `${importAt.own}/mal.csv`, `${importAt.other}/mal.csv`),
  page(
    `${importPath}/grunnlag.json`,
    only(advisers),
    `${importAt.own}/grunnlag.json`,
    `${importAt.other}/grunnlag.json`
  ),
  page(registerPath, only(advisers), registerAt.own, registerAt.other),
  action(registerPath, 'default', openRoundOnly, registerAt),
  page('/kartlegging/ny', only({ own: ['adviser', 'midt'], other: ['adviser', 'midt'] })),
  action(
    '/kartlegging/ny',
    'default',
    only({ own: ['adviser'], other: ['adviser'] }, { ok: 303, public: 401 }),
    same('/kartlegging/ny'),
    {
      region: 'sor'
    }
  ),
  page('/kartlegging/[round]/oppsett', only(advisers), setup.own, setup.other),
  ...(['lagre', 'fjern', 'leggtil', 'apne', 'forkast'] as const).map((name) =>
    action('/kartlegging/[round]/oppsett', name, setupAnswer(name), setup, { name: '', municipality: '9999' })
  ),
  page('/kartlegging/[round]/oppsett/[municipality]', only(advisers), `${setup.own}/4204`, `${setup.other}/5001`),
  action(
    '/kartlegging/[round]/oppsett/[municipality]',
    'default',
    only(advisers, { ok: 400, public: 401 }),
    { own: `${setup.own}/4204`, other: `${setup.other}/5001` },
    { status: '' }
  ),
  page('/kartlegging/[round]/proving', only(advisers), proving.own, proving.other),
  // Both rounds have been open, and a dry run comes before that.
  action('/kartlegging/[round]/proving', 'default', only(advisers, { ok: 409, public: 401 }), proving),
  ...['utsett', 'trekk'].map((name) =>
    action(
      '/kartlegging/[round]/[municipality]',
      name,
      (who, where) => {
        const allowed = advisers[where]?.includes(who) ?? false;
        if (!allowed) return who === 'public' ? 401 : 404;
        if (name === 'utsett') return 400;
        return where === 'own' ? 200 : 409;
      },
      { own: '/kartlegging/sor-2024/4204', other: '/kartlegging/trondelag-2023/5001' }
    )
  ),
  page('/svar', only({ own: ['respondent'], other: ['respondent'] }))
];

/** The round of the governor's county takes first answers; there is no such saved view, and a data set has another name. */
const analysisRows: Row[] = [
  ['', 200],
  ['/tabell.csv', 200],
  ['/tabell.xlsx', 200],
  ['/bilde.svg', 200],
  ['/visning/[id]', 404],
  ['/sql', 200],
  ['/svar', 200],
  ['/svar/tabell.csv', 200],
  ['/regioner', 200],
  ['/regioner/tabell.csv', 200],
  ['/svar/tabell.xlsx', 200],
  ['/svar/bilde.svg', 200],
  ['/uten-saker', 200],
  ['/uten-saker/tabell.csv', 200],
  ['/uten-saker/tabell.xlsx', 200],
  ['/uten-saker/bilde.svg', 200],
  ['/henvist', 200],
  ['/egne', 200],
  ['/datasett/[hash]/[table].arrow', 404]
].map(([part, ok]) => {
  const route = `/kartlegging/[round]/analyse${part}`;
  const at = (round: string) =>
    `/kartlegging/${round}/analyse${part}`
      .replace('[hash]', 'ingen')
      .replace('[table]', 'figure')
      .replace('[id]', absent);
  return page(route, only(advisers, { ok: Number(ok) }), at('sor-2024'), at('trondelag-2023'));
});
const viewAction = (part: string, name: string, ok: number): Row =>
  action(`/kartlegging/[round]/analyse${part}`, name, only(advisers, { ok, public: 401 }), {
    own: `/kartlegging/sor-2024/analyse${part.replace('[id]', absent)}`,
    other: `/kartlegging/trondelag-2023/analyse${part.replace('[id]', absent)}`
  });
/** An empty name is refused, and a view that is not there is not found, by those who may open the workbench either. */
const viewRows: Row[] = [
  viewAction('', 'lagre', 400),
  viewAction('/henvist', 'legg', 400),
  viewAction('/henvist', 'tabell', 400),
  viewAction('/henvist', 'trekk', 404),
  ...['endre', 'slett', 'angre', 'notat', 'fjern'].map((name) => viewAction('/visning/[id]', name, 404))
];

const releaseSteps = [
  ...['endre', 'kontroller', 'stopp', 'send', 'returner', 'godkjenn', 'sperrefrist', 'giut', 'trekk', 'forkast'],
  ...['leser', 'fjernleser']
];
const releasePath = '/kartlegging/[round]/utgivelse';
const releasesAt = { own: '/kartlegging/sor-2024/utgivelse', other: '/kartlegging/trondelag-2023/utgivelse' };
const releaseAt = { own: `${releasesAt.own}/${absent}`, other: `${releasesAt.other}/${absent}` };
/** Nothing has been given out yet, and no release is under way. */
const releaseRows: Row[] = [
  page('/api', always(200)),
  page('/api/v1', always(200)),
  page('/api/v1/openapi.json', always(200)),
  page('/api/v1/releases', always(200)),
  page('/api/v1/datasets', always(200)),
  page('/api/v1/pxweb/config', always(200)),
  page('/api/v1/pxweb/tables', always(200)),
  page('/api/v1/[...path]', always(404), '/api/v1/finnes-ikke'),
  page('/api/v1/releases/[region]/[round]', always(404), '/api/v1/releases/sor/2024', '/api/v1/releases/midt/2023'),
  page('/api/v1/releases/[region]/[round]/[version]', always(404), '/api/v1/releases/sor/2024/1'),
  page('/api/v1/tables/[id]', always(404), '/api/v1/tables/sor-2024-saker'),
  page('/api/v1/pxweb/tables/[id]', always(404), '/api/v1/pxweb/tables/sor-2024-saker'),
  page('/api/v1/pxweb/tables/[id]/metadata', always(404), '/api/v1/pxweb/tables/sor-2024-saker/metadata'),
  page('/api/v1/pxweb/tables/[id]/data', always(404), '/api/v1/pxweb/tables/sor-2024-saker/data'),
  page('/utgivelser', always(200)),
  page('/utgivelser/[region]/[round]', always(404), '/utgivelser/sor/2024', '/utgivelser/midt/2023'),
  page('/utgivelser/[region]/[round]/[version]', always(404), '/utgivelser/sor/2024/1'),
  page('/utgivelser/[region]/[round]/[version]/filer/[file]', always(404), '/utgivelser/sor/2024/1/filer/tall.csv'),
  page(releasePath, only(advisers), releasesAt.own, releasesAt.other),
  action(releasePath, 'lag', only(advisers, { ok: 400, public: 401 }), releasesAt),
  page(`${releasePath}/[id]`, only({}), releaseAt.own, releaseAt.other),
  ...releaseSteps.map((name) => action(`${releasePath}/[id]`, name, only({}, { public: 401 }), releaseAt)),
  page(`${releasePath}/[id]/tekst`, only({}), `${releaseAt.own}/tekst`, `${releaseAt.other}/tekst`),
  action(`${releasePath}/[id]/tekst`, 'lagre', only({}, { public: 401 }), {
    own: `${releaseAt.own}/tekst`,
    other: `${releaseAt.other}/tekst`
  })
];

const qualityRows: Row[] = ['', '/godta', '/tall', '/tall/tabell.csv', '/[municipality]'].flatMap((part) => {
  const route = `/kartlegging/[round]/kvalitet${part}`;
  const own = `/kartlegging/sor-2024/kvalitet${part.replace('[municipality]', '4204')}`;
  const other = `/kartlegging/trondelag-2023/kvalitet${part.replace('[municipality]', '5001')}`;
  const does = (name: string, ok: number, typed: Record<string, string> = {}) =>
    action(route, name, only(advisers, { ok, public: 401 }), { own, other }, typed);
  // What is sent is about a version there is not, an empty question, or nothing that can be decided.
  const actions: Record<string, Row[]> = {
    '': [does('godta', 404, { municipality: '0000', version: '1' }), does('angre', 200)],
    '/godta': [does('default', 303)],
    '/[municipality]': [does('spor', 400), does('avgjor', 404), does('vurder', 404)]
  };
  return [page(route, only(advisers), own, other), ...(actions[part] ?? [])];
});

/** Nothing is typed: no judgement changes, nothing is chosen, and nothing that is signed is there to withdraw. */
const estimateRows: Row[] = (() => {
  const route = '/kartlegging/[round]/anslag';
  const address = { own: '/kartlegging/sor-2024/anslag', other: '/kartlegging/trondelag-2023/anslag' };
  const does = (name: string, ok: number) => action(route, name, only(advisers, { ok, public: 401 }), address);
  return [
    page(route, only(advisers), address.own, address.other),
    ...[does('vurder', 200), does('signer', 400), does('trekk', 400)]
  ];
})();

/** Respondents are given by administrators, advisers and each other; only the first two have a desk for it. */
function peopleRows({ kari, midt }: People): Row[] {
  const desk: readonly Who[] = ['administrator', 'adviser', 'midt', 'unit_leader'];
  const anywhere: Allowed = { own: desk, other: desk };
  const person = { own: `/admin/personer/${kari}`, other: `/admin/personer/${midt}` };
  const managers: Allowed = { own: ['administrator', 'adviser'] };
  const route = '/admin/personer/[person]';
  // Whoever has the desk sees their own page, and changes nothing there.
  const seesPerson: Row['answer'] = (who, where) => {
    if (who === 'midt' && where === 'other') return 200;
    return only(managers)(who, where);
  };
  const grant = { role: 'respondent', unit: '4204' };
  const change = (name: string, ok: number, typed: Record<string, string> = {}) =>
    action(route, name, only(managers, { ok, public: 401 }), person, typed);
  const unit = { own: '/admin/enheter/4204', other: '/admin/enheter/5001' };
  const givers: Allowed = { own: ['administrator', 'adviser'], other: ['midt'] };
  const unitRoute = '/admin/enheter/[unit]';
  return [
    page('/admin', only(anywhere)),
    page('/admin/ny', only(anywhere)),
    action('/admin/ny', 'default', only(anywhere, { ok: 400, public: 401 }), same('/admin/ny')),
    page('/admin/enheter', only(anywhere)),
    page(unitRoute, only(givers), unit.own, unit.other),
    action(unitRoute, 'valg', only({ own: ['administrator'] }, { public: 401 }), unit, { takesLinks: 'on' }),
    // Nobody of the demonstration administers the country.
    action(unitRoute, 'okter', only({}, { public: 401 }), { own: '/admin/enheter/system', other: unit.other }),
    page(route, seesPerson, person.own, person.other),
    change('slutt', 400, { ...grant, until: 'aldri' }),
    change('erstatt', 400),
    change('inviter', 200),
    // Nobody of the demonstration has an account at a provider, so nothing is released.
    action(route, 'los', only({ own: ['administrator'] }, { public: 401 }), person),
    // The adviser withdraws it first, and then there is nothing left for the administrator to withdraw.
    action(route, 'trekk', only({ own: ['adviser'] }, { public: 401 }), person, grant),
    change('gi', 200, { ...grant, angre: 'ja' })
  ];
}

/** Cases are their own municipality's: neither adviser nor the region's administrator reads what was done with them. */
const auditRows: Row[] = [
  page('/innsyn', (who) => {
    if (who === 'public') return 303;
    if (['respondent', 'unit_leader', 'archivist'].includes(who)) return 303;
    return ['adviser', 'midt', 'administrator'].includes(who) ? 200 : 404;
  }),
  ...['', '/logg.csv'].flatMap((part) => {
    const route = `/innsyn/[unit]${part}`;
    const municipal: Allowed = { own: ['administrator', 'adviser', 'respondent'], other: ['midt'] };
    const unit: Allowed = { own: ['unit_leader', 'archivist'] };
    return [
      page(route, only(municipal), `/innsyn/4204${part}`, `/innsyn/5001${part}`),
      page(route, only(unit), `/innsyn/unit-4204${part}`, `/innsyn/unit-5001${part}`),
      page(
        route,
        only({ own: ['administrator', 'adviser'], other: ['midt'] }),
        `/innsyn/sor${part}`,
        `/innsyn/midt${part}`
      ),
      page(route, only({}), `/innsyn/system${part}`)
    ];
  })
];

const invitation = '/invitasjon/unknown';
const provider = '/logg-inn/leverandor/unknown';
const invitationRows: Row[] = [
  page('/invitasjon/[token]', always(200), invitation),
  action('/invitasjon/[token]', 'default', always(410), same(invitation)),
  page('/invitasjon/[token]/ikke-meg', always(200), `${invitation}/ikke-meg`),
  action('/invitasjon/[token]/ikke-meg', 'default', always(410), same(`${invitation}/ikke-meg`), { why: 'person' })
];

/** The demonstration has no identity provider; tests/e2e/sign-in.spec.ts has the answers of those there are. */
const providerRows: Row[] = [
  page('/logg-inn/leverandor/[provider]', always(404), provider),
  action('/logg-inn/leverandor/[provider]', 'default', always(404), same(provider)),
  page('/logg-inn/leverandor/[provider]/retur', always(404), `${provider}/retur`),
  page('/logg-inn/leverandor/[provider]/avvist', always(404), `${provider}/avvist`),
  page('/logg-ut/leverandor/[provider]', always(404), '/logg-ut/leverandor/unknown')
];

const everySession = everybody.filter((who) => who !== 'public');
const signedIn: Allowed = { own: everySession, other: everySession };

/** Those that end sessions, in this order and after all others. */
function endingRows({ kari, midt }: People): Row[] {
  const person = { own: `/admin/personer/${kari}`, other: `/admin/personer/${midt}` };
  const managers: Allowed = { own: ['administrator', 'adviser'] };
  // Kari's session was ended just before, and the adviser's by the same person in the e-mail session.
  const left = everySession.filter((who) => who !== 'respondent' && who !== 'adviser');
  return [
    action('/admin/personer/[person]', 'okter', only(managers, { public: 401 }), person),
    action('/profil', 'andre', only({ own: left, other: left }, { refused: 401, public: 401 }), same('/profil')),
    action('/logg-ut', 'default', always(303), same('/logg-ut'))
  ];
}

const accountRows: Row[] = [
  page('/profil', only(signedIn)),
  page('/profil/tilgang', only(signedIn)),
  page('/profil/innlogget', only(signedIn)),
  { ...page('/profil/forny', only(signedIn, { public: 401 })), does: 'POST' },
  action('/profil', 'avslutt', only(signedIn, { public: 401 }), same('/profil'), { id: 'none' }),
  page('/logg-ut', always(303))
];
