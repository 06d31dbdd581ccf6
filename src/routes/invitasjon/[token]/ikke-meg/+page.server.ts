import { fail } from '@sveltejs/kit';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { readForm } from '#lib/server/form-body.ts';
import { declineInvitation, type Refusal } from '#lib/server/declined-invitation.ts';
import { invitationMail, refusalMail } from '#lib/ui/people/access-mail.ts';
import { grantText } from '#lib/ui/people/access-text.ts';
import { keptFields, readNewcomer, typed, type FieldProblem } from '../../../admin/newcomer.ts';
import type { Actions, PageServerLoad } from './$types';
import { asInvited, readInvited } from '../invited.ts';

// A public page: whoever holds the link of an invitation may say that it should not be theirs.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { usable, giverName } = await readInvited(locals, params.token);
  return { usable: usable && { mayHandOver: usable.mayHandOver }, giverName };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { app, language } = locals;
    const form = await readForm(request);
    const words = messagesIn(language).people.problems;
    const fields = keptFields(form, 'why', 'name', 'email');
    const refused = (problems: FieldProblem[], status = 400) => fail(status, { fields, problems });
    const { value, problems } = readAnswer(form, language);
    if (problems.length > 0) return refused(problems);
    const { usable } = await readInvited(locals, params.token);
    if (!usable) return refused([], 410);
    const isWrongPerson = typed(form, 'why') === 'person';
    const refusal = { isWrongPerson, successor: value, ...lettersOf(locals, usable.name, value?.name ?? null) };
    const done = await app.db.transaction(asInvited, (tx) => declineInvitation(tx, params.token, refusal, app.clock()));
    if (done === null) return refused([], 410);
    const email = value?.email ?? '';
    if (typeof done === 'string') return refused([{ field: 'email', sentence: refusalOf(done, email, words) }]);
    const place = { geography: app.reference.geography, language };
    return {
      declined: {
        successor: value?.name ?? null,
        moved: done.moved.map((grant) => grantText(grant, place)).join('; '),
        isWithdrawn: done.withdrawn.length > 0
      }
    };
  }
};

function readAnswer(form: FormData, language: Language) {
  const { people } = messagesIn(language);
  const isNamed = typed(form, 'name') !== '' || typed(form, 'email') !== '';
  const { value, problems } = isNamed ? readNewcomer(form, people.problems) : { value: null, problems: [] };
  const isChosen = ['person', 'role'].includes(typed(form, 'why'));
  const missing = isChosen ? [] : [{ field: 'why-person', sentence: people.invitation.decline.whyMissing }];
  return { value, problems: [...missing, ...problems] };
}

function lettersOf(
  { app }: App.Locals,
  name: string,
  successor: string | null
): Pick<Refusal, 'toSuccessor' | 'toGiver'> {
  const post = { origin: app.origin, language: 'nb', geography: app.reference.geography } as const;
  return {
    toSuccessor: (about) => invitationMail(name, about, post),
    toGiver: (refused) => refusalMail(name, refused, successor, post)
  };
}

function refusalOf(why: 'same' | 'giver', email: string, words: { own: Sentence; giver: Sentence }): string {
  return why === 'same' ? words.own(email) : words.giver(email);
}

type Sentence = (email: string) => string;
