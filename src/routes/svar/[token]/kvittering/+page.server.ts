import { redirect } from '@sveltejs/kit';
import { Problem } from '#lib/server/problem.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines, reasonLines } from '#lib/ui/answer/answer-text.ts';
import { isOpenFor, openRespondent } from '../respondent.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may for the link's municipality.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const respondent = await openRespondent(locals, params.token);
  const { actor, round, questionnaire, municipalityName } = respondent;
  const { db, clock } = locals.app;
  const versions = await db.transaction(actor, (tx) => listVersions(tx, actor.roundId, actor.municipalityNo));
  const [latest] = versions;
  if (!latest) redirect(303, `/svar/${params.token}`);
  const asked = url.searchParams.get('versjon');
  const report = asked === null ? latest : versions.find((one) => String(one.version) === asked);
  if (!report) throw Problem.notFound();
  const { version, hash, submittedAt, submittedBy, answers, reasons } = report;
  return {
    municipalityName,
    roundName: round.name,
    freezesAt: round.freezesAt,
    isOpen: isOpenFor(respondent, clock()),
    latestVersion: latest.version,
    versions: versions.map((one) => one.version),
    report: {
      version,
      hash,
      submittedAt,
      submittedBy,
      reasons: reasonLines(questionnaire, { answers, reasons }, locals.language)
    },
    lines: answerLines(questionnaire, answers, locals.language)
  };
};
