import { fail } from '@sveltejs/kit';
import { readMessageText } from '#lib/domain/query-thread.ts';
import { inputOf } from '#lib/ui/answer/form-context.ts';
import { answerText } from '#lib/ui/answer/answer-text.ts';
import { talkTopic } from '#lib/server/live-sources.ts';
import { Problem } from '#lib/server/problem.ts';
import { moveThread, readConversations } from '#lib/server/query-thread.ts';
import { listVersions } from '#lib/server/report.ts';
import { tellAsker } from '../asked.ts';
import { isOpenFor, nameOf, openRespondent, openWriter } from '../respondent.ts';
import type { Actions, PageServerLoad } from './$types';

const longestName = 100;

// openRespondent asks access.may.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const respondent = await openRespondent(locals, params.token);
  const { actor, questionnaire, round, municipalityName, setting } = respondent;
  const mark = await app.live.mark(talkTopic(actor));
  const { conversations, versions } = await app.db.transaction(actor, async (tx) => ({
    conversations: await readConversations(tx, actor),
    versions: await listVersions(tx, actor.roundId, actor.municipalityNo)
  }));
  return {
    ...{ municipalityName, round: { name: round.name, dataKind: round.dataKind }, isReadOnly: setting.isReadOnly },
    mark,
    isOpen: isOpenFor(respondent, app.clock()),
    name: nameOf(respondent.user) ?? versions[0]?.submittedBy ?? '',
    conversations: conversations.map(({ id, questionKey, state, messages }) => {
      const question = questionnaire.questions.find(({ key }) => key === questionKey);
      const value = question && answerText(question, versions[0]?.answers[question.key], language);
      return {
        ...{ id, state, messages, input: question ? inputOf(questionnaire, question.key) : null },
        figure: question ? { question: question.text[language], value: value ?? '' } : null
      };
    })
  };
};

export const actions: Actions = {
  forklar: async (event) => {
    const { writer, form } = await openWriter(event, 'explain_figure');
    const { app } = event.locals;
    const id = String(form.get('thread'));
    const byName = String(form.get('name') ?? '')
      .replaceAll('\0', '')
      .trim();
    const read = readMessageText(form.get('text'));
    const nameProblem = byName === '' ? 'empty' : byName.length > longestName ? 'too_long' : null;
    if (read.problem || nameProblem) return fail(400, { id, name: byName, nameProblem, ...read });
    if (writer.setting.isReadOnly) throw Problem.notFound();
    await app.db.transaction(writer.actor, async (tx) => {
      const thread = (await readConversations(tx, writer.actor)).find((one) => one.id === id);
      if (!thread) throw Problem.notFound();
      await moveThread(tx, thread, 'municipality', { event: 'answer', at: app.clock(), byName, text: read.text });
      await tellAsker(tx, event.locals, writer, thread);
    });
    return { sent: id };
  }
};
