import { fail } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { isAnswer } from '#lib/domain/coverage.ts';
import { readContact } from '#lib/domain/contact.ts';
import { conditionsOf, roundPhase } from '#lib/domain/round.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { handOver } from '#lib/server/answer-handover.ts';
import { readSetting } from '#lib/server/municipality-setting.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { listWebChecks } from '#lib/server/web-check.ts';
import { coveredNames } from '#lib/ui/answer/coverage-text.ts';
import { handoverLetters, limitHandovers } from '../../../svar/handover-letters.ts';
import { openFollower } from '../follow.ts';
import { extendFrom, withdrawFrom } from './extending.ts';
import { readVersions, versionViews } from './versions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, user, language } = locals;
  const { actor, round, municipalities } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'read_reports', korusRegion: round.korusRegion })) throw Problem.notFound();
  const { assignment, sent, webCheck } = await app.db.transaction(actor, async (tx) => {
    const assignment = await findAssignment(tx, round.id, params.municipality);
    if (!assignment) throw Problem.notFound();
    const read = { roundId: round.id, municipalityNo: params.municipality, at: app.clock() };
    const checks = await listWebChecks(tx, [params.municipality]);
    return { assignment, sent: await readVersions(tx, read), webCheck: checks.get(params.municipality) ?? null };
  });
  const questionnaire = questionnaireOf(app.questionnaires, round);
  const naming = { language, nameOf: (number: string) => municipalities.get(number)?.name ?? number };
  const latestCoverage = sent.versions[0]?.coverage ?? null;
  return {
    covers: latestCoverage && isAnswer({ coverage: latestCoverage }) ? coveredNames(latestCoverage, naming) : null,
    round: {
      id: round.id,
      name: round.name,
      dataKind: round.dataKind,
      closesAt: round.closesAt,
      freezesAt: round.freezesAt
    },
    webCheck,
    extendedUntil: assignment.extendedUntil,
    extensionReason: assignment.extensionReason,
    isPrepared: round.openedAt === null,
    mayExtend: conditionsOf(roundPhase(round, app.clock()), 'extend') !== null,
    municipalityNo: params.municipality,
    name: municipalities.get(params.municipality)?.name ?? params.municipality,
    contact: [assignment.contactName, assignment.contactEmail].filter(Boolean).join(', '),
    versions: versionViews(questionnaire, sent, naming)
  };
};

export const actions: Actions = {
  utsett: async (event) => extendFrom(event),
  trekk: async (event) => withdrawFrom(event),
  kontakt: async (event) => {
    const { locals, params, url } = event;
    const { app } = locals;
    const { user, form } = await readSignedInForm(event);
    const { actor, round, municipalities } = await openFollower(locals, params.round, url);
    if (!may(user, { action: 'replace_contact', korusRegion: round.korusRegion })) throw Problem.notFound();
    if (round.openedAt === null) throw Problem.notFound(); // the letter tells of a round that nobody else knows of yet
    const typed = readContact(form.get('name'), form.get('email'));
    if (typed.problems.length > 0) return fail(400, typed);
    const { contact } = typed;
    const address = { roundId: round.id, municipalityNo: params.municipality };
    await limitHandovers(locals, address);
    const before = await app.db.transaction(actor, async (tx) => {
      const { takesLinks } = await readSetting(tx, params.municipality);
      const municipalityName = municipalities.get(params.municipality)?.name ?? params.municipality;
      const about = { ...address, contact, municipalityName, round, takesLinks };
      const letters = await handoverLetters(tx, app, 'replaced', about);
      const by = takesLinks ? null : user.personId;
      const handover = { ...address, ...letters, contact, by, at: app.clock(), secret: app.secret };
      return handOver(tx, handover, null);
    });
    if (before === null) throw Problem.notFound();
    if (before === 'self') return fail(400, { ...typed, problems: [{ field: 'email', kind: 'self' } as const] });
    return { ...typed, isReplaced: true };
  }
};
