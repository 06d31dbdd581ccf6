import { noFilter } from '#lib/domain/filter.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import { listReportReaders } from '#lib/server/audit-log.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines, answerText } from '#lib/ui/answer/answer-text.ts';
import { questionOf } from '#lib/domain/questionnaire.ts';
import { isOpenFor, openRespondent } from '../respondent.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may; the region's totals are those every reader may see.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { actor, round, questionnaire, municipalityName } = respondent;
  const { versions, readers } = await app.db.transaction(actor, async (tx) => ({
    versions: await listVersions(tx, actor.roundId, actor.municipalityNo),
    readers: await listReportReaders(tx)
  }));
  const [report] = versions;
  const region = await app.statistics.view(round, 'public', noFilter);
  const totalOf = (id: string) => region.cells.find((cell) => cell.indicator === id && cell.countyNo === null);
  return {
    municipalityName,
    round: { name: round.name, korusRegion: round.korusRegion, slug: round.slug, freezesAt: round.freezesAt },
    dataKind: round.dataKind,
    isOpen: isOpenFor(respondent, app.clock()),
    hasAnswered: report !== undefined,
    readers,
    counts: countIndicators.map(({ id, name }) => ({
      id,
      label: name[language],
      own: answerText(questionOf(questionnaire, id), report?.answers[id], language),
      region: totalOf(id)?.value ?? null,
      reported: totalOf(id)?.reported ?? 0,
      expected: totalOf(id)?.expected ?? 0
    })),
    lines: report ? answerLines(questionnaire, report.answers, language) : []
  };
};
