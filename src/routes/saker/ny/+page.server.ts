import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/day.ts';
import { unitName } from '#lib/domain/unit.ts';
import { addDocuments } from '#lib/server/case/document.ts';
import { putInCase } from '#lib/server/case/incoming.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { mostBytes, readDocuments, typedOf } from '../document-form.ts';
import { openAdding } from './adding.ts';
import { readReferral } from './referral-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, served, today, grounds, incoming, channels } = await openAdding(locals, url);
  const nameOf = (unitId: string) => unitName(app.reference.geography, { unitType: 'municipality', unitId }) ?? unitId;
  return {
    today: incoming ? dayOf(incoming.sentAt ?? incoming.fetchedAt) : today,
    channels,
    incoming: incoming && { documents: incoming.documents, municipalityNo: incoming.municipalityNo },
    municipalities: served.map(({ municipalityNo }) => ({ value: municipalityNo, label: nameOf(municipalityNo) })),
    grounds: grounds.map((ground) => ({ value: ground.id, label: `${ground[locals.language]} (${ground.statute})` }))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event, mostBytes);
    const { user, actor, app, masters, served, ...rest } = await openAdding(event.locals, event.url);
    const municipalities = served.map(({ municipalityNo }) => municipalityNo);
    const known = { ...rest, municipalities, grounds: rest.grounds.map(({ id }) => id) };
    const { referral, problems } = readReferral(form, known);
    const { files, fault } = await readDocuments(form, 'documents');
    const typed = Object.fromEntries(typedOf(form));
    if (!referral || fault) return fail(400, { typed, problems, fault, refused: null });
    const unit = served.find(({ municipalityNo }) => municipalityNo === referral.municipalityNo);
    const { incoming } = rest;
    if (!unit || (incoming && incoming.unitNo !== unit.unitNo)) throw Problem.notFound();
    const place = app.reference.geography.municipalities.find(({ number }) => number === referral.municipalityNo);
    const whole = { ...referral, unitNo: unit.unitNo, policeDistrict: place?.policeDistrict ?? '' };
    const by = user.personId;
    const added = await app.db.transaction(actor, async (tx) => {
      const register = { tx, masters, at: app.clock() };
      const added = await addReferral(register, whole, { part: 'case_officer', personId: by });
      if (added.kind === 'refused') return added;
      const file = { municipalityNo: added.municipalityNo, id: added.id, unitNo: unit.unitNo };
      if (incoming) await putInCase(register, incoming, { file, kind: 'referral', by });
      await addDocuments(register, { ...file, of: 'case' }, { kind: 'referral', files, by });
      return added;
    });
    if (added.kind === 'refused') return fail(400, { typed, problems: [], fault: null, refused: added.reason });
    redirect(303, `/saker/${added.municipalityNo}/${added.id}`);
  }
};
