import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { nextStepOf } from '#lib/domain/case/next-step.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import type { App } from '#lib/server/app.ts';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { addDocuments, listDocuments } from '#lib/server/case/document.ts';
import { listCases } from '#lib/server/case/file.ts';
import { listIncoming } from '#lib/server/case/incoming.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { takeStep } from '#lib/server/case/step.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { identify } from '#lib/server/identification.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import { actions as ofCase } from '../../src/routes/saker/[municipality]/[case]/+page.server.ts';
import { GET } from '../../src/routes/saker/dokument/[municipality]/[document]/+server.ts';
import {
  actions as ofIncoming,
  load as loadIncoming
} from '../../src/routes/saker/innkommet/[municipality]/[incoming]/+page.server.ts';
import { actions as adding, load as loadAdding } from '../../src/routes/saker/ny/+page.server.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';

const masters = parseMasterKeys(`first ${Buffer.alloc(32, 1).toString('base64')}`);
const task: Actor = { kind: 'system', task: 'case_intake' };
const at = new Date('2024-03-06T10:00:00Z');
const pdf = (text: string) => new File([`%PDF-1.7\n${text}\n%%EOF\n`], 'Henvisning Ola Nordmann 010203.pdf');
const typed = {
  ...{ municipality: '4204', reference: 'R 1', receivedOn: '5.3.2024', channel: 'letter', decidedOn: '1.2.2024' },
  ...{ legalGround: 'conditional_waiver', probationMonths: '24', name: 'Ola Oppdiktet', born: '1.3.2004' },
  ...{ address: 'Oppdiktveien 1', language: 'nb' }
};
let db: Store;
let app: App;
const ids = new Map<string, string>();

beforeAll(async () => {
  db = await openDemonstrationStore();
  await seedCases(db, masters, seededAt);
  await db.owner.query('delete from case_incoming');
  app = {
    ...{ db, clock: () => at, caseKeys: masters, reference: loadReference('data') },
    posting: { vault: caseVault(masters, () => at), sends: () => false, localOutbox: null }
  } as unknown as App; // no more is used
  const { rows } = await db.owner.query<{ id: string; email: string }>('select id, email from person');
  for (const { id, email } of rows) ids.set(email, id);
}, 60_000);
afterAll(() => db.close());

const idOf = (role: Role) => ids.get(demonstrationPerson(role).email) ?? '';
const as = (role: Role): Actor => ({ kind: 'person', scope: 'everything', personId: idOf(role) });

type Sent = { address?: string; form?: Record<string, string | File | File[]>; params?: Record<string, string> };

/** What a route answers to somebody, with `location` for where it sends them, or the status it refuses with. */
async function ask(route: unknown, role: Role, { address = '/saker', form, params = {} }: Sent): Promise<never> {
  const { user } = await db.transaction({ kind: 'system', task: 'test' }, async (tx) =>
    identify(tx, await startSession(tx, idOf(role), { method: 'demonstration' }, at), at)
  );
  const url = new URL(`https://regionspeil.example.no${address}`);
  const body = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  const request = new Request(url, form ? { method: 'POST', body } : {});
  const event = { locals: { app, user, language: 'nb', session: null }, params, url, request };
  return Promise.resolve((route as (event: unknown) => unknown)(event)).catch((thrown: unknown) => {
    if (typeof thrown === 'object' && thrown !== null && ('location' in thrown || 'status' in thrown)) return thrown;
    throw thrown;
  }) as Promise<never>;
}

const refer = (form: NonNullable<Sent['form']>, address = '/saker/ny') =>
  ask(adding.default, 'case_officer', { address, form });
async function keyOf(answer: { location: string }): Promise<{ municipality: string; case: string }> {
  const [, , municipality = '', id = ''] = answer.location.split('/');
  return { municipality, case: id };
}
const documentsOf = (key: { municipality: string; case: string }) =>
  db.transaction(as('case_officer'), (tx) =>
    listDocuments(tx, { municipalityNo: key.municipality, id: key.case, of: 'case' })
  );
const caseAt = async (step: string) => {
  const cases = await db.transaction(as('case_officer'), (tx) => listCases(tx, '4204'));
  const found = cases.find((one) => nextStepOf(one, at).step === step);
  if (!found) throw new Error('no case waits for ' + step);
  return { municipality: found.municipalityNo, case: found.id };
};

describe('a referral with its documents', () => {
  it('keeps them sealed, without their names, and gives them back to who works with the case', async () => {
    const key = await keyOf(await refer({ ...typed, documents: [pdf('side en'), pdf('side to')] }));
    const documents = await documentsOf(key);
    expect(documents).toMatchObject([
      { kind: 'referral', number: 1, ending: 'pdf', size: 23 },
      { kind: 'referral', number: 2, ending: 'pdf' }
    ]);
    const params = { municipality: '4204', document: documents[1]?.id ?? '' };
    const answer: Response = await ask(GET, 'case_officer', { params });
    expect(await answer.text()).toBe('%PDF-1.7\nside to\n%%EOF\n');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="dokument-2.pdf"',
      'cache-control': 'no-store'
    });
    const { rows } = await db.owner.query<{ dump: string }>(
      `select string_agg(document::text, ' ') || encode(string_agg(document.content, ''), 'escape')
        || (select string_agg(audit::text, ' ') from audit) as dump
      from case_document as document`
    );
    expect(rows[0]?.dump).not.toMatch(/Nordmann|side (en|to)/);
    const read = await db.owner.query(
      `select chain, subject from audit where action = 'case_document_read' and detail ->> 'purpose' = 'page'`
    );
    expect(read.rows).toEqual([{ chain: 'unit-4204', subject: `case/${key.case}` }]);
  });

  it.each(['sampler', 'archivist', 'adviser', 'governor', 'administrator', 'respondent'] as const)(
    'gives them to no %s, who leaves no trace of having asked',
    async (role) => {
      const count = async () => (await db.owner.query(`select 1 from audit`)).rows.length;
      const { rows } = await db.owner.query<{ id: string }>('select id from case_document limit 1');
      const params = { municipality: '4204', document: rows[0]?.id ?? '' };
      await db.owner.query('select 1');
      const before = await count();
      expect(await ask(GET, role, { params })).toMatchObject({ status: 404 });
      const after = await count();
      expect(after - before).toBe(1); // that a session was started
    }
  );

  it.each([
    ['no PDF', new File(['<html>'], 'brev.pdf'), 'no_pdf'],
    ['an empty one', new File([], 'brev.pdf'), 'no_pdf'],
    ['too large a one', new File([`%PDF-1.7${' '.repeat(11_000_000)}%%EOF`], 'brev.pdf'), 'too_large'],
    ['too many', Array.from({ length: 11 }, () => pdf('x')), 'too_many']
  ] as const)('is refused with %s, and nothing that was typed is lost', async (_, documents, fault) => {
    const count = async () => (await db.owner.query('select 1 from case_file')).rows.length;
    const before = await count();
    const form = { ...typed, reference: 'R 2', documents: Array.isArray(documents) ? [...documents] : documents };
    const answer = await refer(form as NonNullable<Sent['form']>);
    expect(answer).toMatchObject({ status: 400, data: { fault, typed: { ...typed, reference: 'R 2' } } });
    expect(await count()).toBe(before);
  });

  it('loses one that was put there by mistake, and takes more', async () => {
    const key = await keyOf(await refer({ ...typed, reference: 'R 3', documents: pdf('feil') }));
    const address = { params: key };
    await ask(ofCase.fjern, 'case_officer', { ...address, form: { number: '1' } });
    expect(await documentsOf(key)).toEqual([]);
    await ask(ofCase.dokument, 'case_officer', { ...address, form: { kind: 'referral', documents: pdf('rett') } });
    expect(await documentsOf(key)).toHaveLength(1);
    expect(await ask(ofCase.dokument, 'case_officer', { ...address, form: { kind: 'referral' } })).toMatchObject({
      ...{ status: 400, data: { fault: 'no_pdf' } }
    });
    for (const role of ['unit_leader', 'archivist', 'adviser'] as const) {
      for (const action of [ofCase.fjern, ofCase.dokument]) {
        const form = { number: '1', kind: 'referral', documents: pdf('x') };
        expect(await ask(action, role, { ...address, form })).toMatchObject({ status: 404 });
      }
    }
  });

  it('goes with its case, whose archivist may read it once it is closed', async () => {
    const key = await caseAt('purge');
    const place = { municipalityNo: '4204', id: key.case, unitNo: '4204', of: 'case' } as const;
    const files = [{ ending: 'pdf', content: Buffer.from('%PDF-1.7 x') }];
    await db.transaction(as('case_officer'), (tx) =>
      addDocuments({ tx, masters, at }, place, { kind: 'referral', files, by: idOf('case_officer') })
    );
    const [document] = await documentsOf(key);
    const read: Response = await ask(GET, 'archivist', {
      params: { municipality: '4204', document: document?.id ?? '' }
    });
    expect(read.status).toBe(200);
    for (const role of ['archivist', 'unit_leader'] as const) {
      await db.transaction(as(role), (tx) =>
        takeStep(tx, place, { event: 'purge', given: {}, doer: { part: role, personId: idOf(role) } }, at)
      );
    }
    expect((await db.owner.query('select 1 from case_document where id = $1', [document?.id])).rows).toEqual([]);
  });
});

describe('the answer of the prosecution', () => {
  const reply = { event: 'prosecution_reply', reply: 'new_summons' };
  const answer = (params: Record<string, string>, form: NonNullable<Sent['form']>) =>
    ask(ofCase.steg, 'case_officer', { params, form: { ...reply, ...form } });

  it('must be attached as a PDF, or have a reference in the archive', async () => {
    const key = await caseAt('notice');
    expect(await answer(key, {})).toMatchObject({ status: 400, data: { failed: { reason: 'answer_attached' } } });
    expect(await answer(key, { answerReference: 'Ola Nordmann' })).toMatchObject({
      ...{ status: 400, data: { failed: { problems: [{ field: 'answerReference', value: 'Ola Nordmann' }] } } }
    });
    expect(await answer(key, { answer: new File(['x'], 'svar.pdf') })).toMatchObject({
      ...{ status: 400, data: { failed: { fault: 'no_pdf' } } }
    });
    expect(await documentsOf(key)).toEqual([]);
    expect(await answer(key, { answer: pdf('svar') })).toMatchObject({ done: 'moved' });
    expect(await documentsOf(key)).toMatchObject([{ kind: 'answer', number: 1 }]);
  });

  it('may lie in the case already, when it came since the prosecution was asked', async () => {
    const key = await caseAt('to_summon');
    const clarify = { event: 'clarify', clarifyReason: 'condition_unclear' };
    await ask(ofCase.dokument, 'case_officer', { params: key, form: { kind: 'answer', documents: pdf('gammelt') } });
    await db.owner.query(`update case_document set added_at = added_at - interval '1 day' where case_id = $1`, [
      key.case
    ]);
    expect(await ask(ofCase.steg, 'case_officer', { params: key, form: clarify })).toMatchObject({ done: 'moved' });
    const clarified = {
      ...{ event: 'clarified', attendance: '1', testing: '0', from: '1.3.2024', until: '1.12.2024' }
    };
    expect(await ask(ofCase.steg, 'case_officer', { params: key, form: clarified })).toMatchObject({
      ...{ status: 400, data: { failed: { reason: 'answer_attached' } } }
    });
    const incoming = await arrive();
    const form = { case: `${key.municipality}/${key.case}`, kind: 'answer' };
    expect(await ask(ofIncoming.legg, 'case_officer', { params: incoming, form })).toMatchObject({ status: 303 });
    expect(await ask(ofCase.steg, 'case_officer', { params: key, form: clarified })).toMatchObject({ done: 'moved' });
  });
});

/** Something that came in, as the intake keeps it. */
async function arrive(): Promise<{ municipality: string; incoming: string }> {
  const id = randomUUID();
  await db.transaction(task, async (tx) => {
    await tx.query(
      `insert into case_incoming (
        municipality_no, id, unit_no, external_id, state, sender_organisation_no, sent_at, fetched_at, tried_at
      ) values ('4204', $1, '4204', $2, 'waiting', '974761076', $3, $4, $4)`,
      [id, `f-${id}`, new Date('2024-03-04T10:00:00Z'), at]
    );
    const files = [
      { ending: 'pdf', content: Buffer.from('%PDF-1.7\ninnkommet\n%%EOF') },
      { ending: 'docx', content: Buffer.from('PK vedlegg') }
    ];
    const place = { municipalityNo: '4204', unitNo: '4204', id, of: 'incoming' } as const;
    await addDocuments({ tx, masters, at }, place, { kind: 'referral', files, by: null });
  });
  return { municipality: '4204', incoming: id };
}

describe('what came in', () => {
  it('becomes a case of any municipality of the unit, with its documents, and that once', async () => {
    await db.owner.query(
      `insert into case_unit_area (municipality_no, unit_no, valid_from) values ('4203', '4204', '2024-01-01')`
    );
    const params = await arrive();
    const address = `/saker/ny?innkommet=${params.municipality}/${params.incoming}`;
    expect(await ask(loadAdding, 'case_officer', { address })).toMatchObject({
      ...{ today: '2024-03-04', channels: ['svarinn'], incoming: { documents: 2, municipalityNo: '4204' } }
    });
    const form = { ...typed, municipality: '4203', reference: 'R 4', channel: 'svarinn' };
    const key = await keyOf(await refer({ ...form, documents: pdf('mer') }, address));
    expect(key.municipality).toBe('4203');
    const documents = await documentsOf(key);
    expect(documents.map(({ ending, number }) => [number, ending])).toEqual([
      [1, 'pdf'],
      [2, 'docx'],
      [3, 'pdf']
    ]);
    const answer: Response = await ask(GET, 'unit_leader', {
      params: { municipality: '4203', document: documents[1]?.id ?? '' }
    });
    expect(await answer.text()).toBe('PK vedlegg');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(await refer({ ...form, reference: 'R 5' }, address)).toMatchObject({ status: 404 });
    const left = await db.owner.query('select 1 from case_document where incoming_id is not null');
    expect(left.rows).toEqual([]);
  });

  it('is left as it was when its case is refused', async () => {
    const params = await arrive();
    const address = `/saker/ny?innkommet=${params.municipality}/${params.incoming}`;
    const again = await refer({ ...typed, channel: 'svarinn' }, address);
    expect(again).toMatchObject({ status: 400, data: { refused: 'reference_not_open' } });
    const waiting = await db.transaction(as('case_officer'), listIncoming);
    expect(waiting).toMatchObject([{ id: params.incoming, state: 'waiting', documents: 2 }]);
  });

  it('is seen by officers and leader, and settled by officers, of its unit alone', async () => {
    const params = await arrive();
    for (const role of ['sampler', 'archivist', 'adviser', 'governor', 'administrator', 'respondent'] as const) {
      expect(await ask(loadIncoming, role, { params })).toMatchObject({ status: 404 });
      expect(await db.transaction(as(role), listIncoming)).toEqual([]);
    }
    expect(await ask(loadIncoming, 'unit_leader', { params })).toMatchObject({ mayUse: false });
    const aside = { params, form: { reason: 'other_receiver' } };
    const key = await caseAt('register');
    const put = { params, form: { case: `${key.municipality}/${key.case}`, kind: 'answer' } };
    for (const role of ['unit_leader', 'archivist', 'adviser'] as const) {
      expect(await ask(ofIncoming.side, role, aside)).toMatchObject({ status: 404 });
      expect(await ask(ofIncoming.legg, role, put)).toMatchObject({ status: 404 });
    }
    expect(await ask(ofIncoming.side, 'case_officer', { params, form: { reason: 'x' } })).toMatchObject({
      status: 400
    });
    expect(await ask(ofIncoming.legg, 'case_officer', { params, form: { case: '4204/x' } })).toMatchObject({
      status: 400
    });
    expect(await ask(ofIncoming.side, 'case_officer', aside)).toMatchObject({ location: '/saker' });
    expect(await ask(ofIncoming.legg, 'case_officer', put)).toMatchObject({ status: 409 });
  });
});
