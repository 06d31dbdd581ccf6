import { may } from '#lib/domain/access.ts';
import { isAnswer } from '#lib/domain/coverage.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { readOwn } from '#lib/server/own-page.ts';
import { listAdvisers } from '#lib/server/person.ts';
import { listWebChecks } from '#lib/server/web-check.ts';
import { answerLines } from '#lib/ui/answer/answer-text.ts';
import { isOpenFor, openRespondent } from '../respondent.ts';
import { municipalityNames } from '../round-members.ts';
import { hostsOf, ownScene } from './own-scene.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// openRespondent asks access.may; of others there is only what every reader may see.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { actor, user, round, questionnaire, municipalityName, korusName } = respondent;
  const own = await app.db.transaction(actor, (tx) => readOwn(tx, actor));
  const checks = await app.db.transaction(actor, (tx) => listWebChecks(tx, [actor.municipalityNo]));
  const system = { kind: 'system', task: 'who_has_access' } as const;
  const advisers = await app.db.transaction(system, (tx) => listAdvisers(tx, round.korusRegion, app.clock()));
  const scene = await ownScene(app, respondent, own, language);
  const [report] = own.versions;
  return {
    ...{ municipalityName, korusName, advisers, readers: own.readers },
    round: { name: round.name, korusRegion: round.korusRegion, slug: round.slug, freezesAt: round.freezesAt },
    dataKind: round.dataKind,
    webCheck: checks.get(actor.municipalityNo) ?? null,
    isOpen: isOpenFor(respondent, app.clock()),
    isFrozen: roundPhase(round, app.clock()) === 'frozen',
    mayAsk: may(user, { action: 'ask_for_correction', ...actor }),
    hasAnswered: report !== undefined && isAnswer(report),
    versions: own.versions.length,
    lines: report ? answerLines(questionnaire, report.answers, language) : [],
    hosts: hostsOf(own.hosts, scene.isCovered).map(municipalityNames(app, round)),
    ...scene
  };
};
