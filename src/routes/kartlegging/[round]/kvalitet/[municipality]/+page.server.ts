import { corrector, takesAnswers } from '#lib/domain/round.ts';
import { talkTopic } from '#lib/server/live-sources.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { openQuality, roundFacts } from '../open-quality.ts';
import { orMoved } from '../reviewing.ts';
import { figureLines, givenReasons, historyLines, hostOf, readCell, readQuestion } from './cell.ts';
import { ask, decide, review } from './deciding.ts';

// openQuality asks access.may, as openFollower( does.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const desk = await openQuality(locals, params.round, url);
  const { questionnaire, round, actor, nameOf } = desk;
  const question = readQuestion(questionnaire, url);
  const mark = await app.live.mark(talkTopic({ roundId: round.id, municipalityNo: params.municipality }));
  const facts = await app.db.transaction(actor, (tx) => readCell(tx, desk, params.municipality, app.clock()));
  const { versions, conversations, review, assignment } = facts;
  const key = question?.key ?? null;
  const figures = figureLines(questionnaire, facts, language);
  const at = figures.findIndex((one) => one.key === key);
  return {
    round: { ...roundFacts(desk), isOpen: takesAnswers(round, app.clock(), corrector) },
    mark,
    ...{ municipalityNo: params.municipality, name: nameOf(params.municipality), figures, key, review },
    version: versions[0]?.version ?? null,
    hosted: hostOf(facts, nameOf),
    hasContact: assignment.contactEmail !== null,
    question: question ? { text: question.text[language], definition: question.definition[language] } : null,
    previousKey: at > 0 ? (figures[at - 1]?.key ?? null) : null,
    nextKey: figures[at + 1]?.key ?? null,
    history: question ? historyLines(question, facts, language) : null,
    reasons: givenReasons(questionnaire, facts, question, { language, nameOf }),
    conversations: conversations
      .filter(({ questionKey }) => question === null || questionKey === key)
      .map(({ questionKey, ...one }) => ({
        ...one,
        about: figures.find((figure) => figure.key === questionKey)?.question ?? null,
        isOfPage: questionKey === key
      }))
  };
};

const opened = async (event: RequestEvent) => {
  const { form } = await readSignedInForm(event);
  const desk = await openQuality(event.locals, event.params.round, event.url);
  return { locals: event.locals, url: event.url, form, desk, municipalityNo: event.params.municipality };
};

export const actions: Actions = {
  spor: async (event) => orMoved(ask(await opened(event))),
  avgjor: async (event) => orMoved(decide(await opened(event))),
  vurder: async (event) => orMoved(review(await opened(event)))
};
