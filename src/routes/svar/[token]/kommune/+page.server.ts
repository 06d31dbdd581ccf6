import { may } from '#lib/domain/access.ts';
import { isAnswer } from '#lib/domain/coverage.ts';
import { noFilter } from '#lib/domain/filter.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { listReportReaders } from '#lib/server/audit-log.ts';
import { listHosts } from '#lib/server/coverage.ts';
import { listVersions } from '#lib/server/report.ts';
import { answerLines, answerText } from '#lib/ui/answer/answer-text.ts';
import { questionOf } from '#lib/domain/questionnaire.ts';
import { isOpenFor, openRespondent } from '../respondent.ts';
import { municipalityNames } from '../round-members.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may; the region's totals are those every reader may see.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { actor, user, round, questionnaire, municipalityName } = respondent;
  const { versions, readers, hosts } = await app.db.transaction(actor, async (tx) => ({
    versions: await listVersions(tx, actor.roundId, actor.municipalityNo),
    readers: await listReportReaders(tx),
    hosts: await listHosts(tx)
  }));
  const [report] = versions;
  const region = await app.statistics.view(round, 'public', noFilter);
  const totalOf = (id: string) => region.cells.find((cell) => cell.indicator === id && cell.countyNo === null);
  return {
    municipalityName,
    round: { name: round.name, korusRegion: round.korusRegion, slug: round.slug, freezesAt: round.freezesAt },
    dataKind: round.dataKind,
    isOpen: isOpenFor(respondent, app.clock()),
    isFrozen: roundPhase(round, app.clock()) === 'frozen',
    mayAsk: may(user, { action: 'ask_for_correction', ...actor }),
    hasAnswered: report !== undefined && isAnswer(report),
    hosts: hosts.filter(({ namesMe }) => namesMe).map(({ host }) => municipalityNames(app, round)(host)),
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
