import { redirect } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { Problem } from '#lib/server/problem.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines } from '#lib/ui/answer/answer-text.ts';
import { reasonLines } from '#lib/ui/answer/reason-text.ts';
import { coverageLines } from '#lib/ui/answer/coverage-text.ts';
import { sourcedLines } from '#lib/ui/answer/source-text.ts';
import { isOpenFor, openRespondent } from '../respondent.ts';
import { municipalityNames } from '../round-members.ts';
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
  const { pdf } = messagesIn(locals.language).answering;
  const { version, hash, submittedAt, submittedBy, answers, reasons, changeReason, coverage } = report;
  const naming = { language: locals.language, nameOf: municipalityNames(locals.app, round) };
  return {
    municipalityName,
    roundName: round.name,
    dataKind: round.dataKind,
    freezesAt: round.freezesAt,
    isOpen: isOpenFor(respondent, clock()),
    latestVersion: latest.version,
    versions: versions.map((one) => one.version),
    report: {
      version,
      hash,
      submittedAt,
      submittedBy,
      changeReason,
      reasons: reasonLines(questionnaire, { answers, reasons, coverage }, naming)
    },
    lines: [
      ...coverageLines(questionnaire, coverage, naming),
      ...sourcedLines(answerLines(questionnaire, answers, locals.language), report.sources, locals.language).map(
        ({ key, question, answer }) => ({
          ...{ key, question },
          answer: report.carried.includes(key) ? pdf.carried(answer) : answer
        })
      )
    ]
  };
};
