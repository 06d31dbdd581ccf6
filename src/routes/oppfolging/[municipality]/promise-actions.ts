import { fail, type RequestEvent } from '@sveltejs/kit';
import { afterEvent, isStanding, promiseEvents, readDueDay, readPromise } from '#lib/domain/promise.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findDeskAddress } from '#lib/server/desk-address.ts';
import { queueMessage } from '#lib/server/message.ts';
import { Problem } from '#lib/server/problem.ts';
import { addPromise, changePromise, listPromises, recordStep } from '#lib/server/promise.ts';
import type { Tx } from '#lib/server/db.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { promiseText } from '#lib/ui/desk/desk-text.ts';
import { openDeskTown } from '../desk.ts';

type Event = RequestEvent<{ municipality: string }>;

async function openForm(event: Event) {
  const { form } = await readSignedInForm(event);
  const desk = openDeskTown(event.locals, event.params.municipality, event.url);
  const field = (name: string) => String(form.get(name) ?? '');
  return { ...desk, field, municipalityNo: desk.town.number, teller: { byName: desk.user.name } };
}

async function findPromise(tx: Tx, municipalityNo: string, id: string) {
  const found = (await listPromises(tx, municipalityNo)).find((one) => one.id === id);
  if (!found) throw Problem.notFound();
  return found;
}

/** What can be done with the promises of a municipality; the names are those of the forms. */
export const promiseActions = {
  lov: async (event: Event) => {
    const { actor, today, field, municipalityNo, teller } = await openForm(event);
    const typed = { duty: field('duty'), text: field('text'), owner: field('owner'), dueOn: field('dueOn') };
    const { promise, problems } = readPromise(typed, today);
    if (problems.length > 0) return fail(400, { promise: { typed, problems, done: null } });
    const { db, clock } = event.locals.app;
    const isTaken = await db.transaction(actor, async (tx) => {
      const known = await listPromises(tx, municipalityNo);
      const same = known.some((one) => one.duty === promise.duty && isStanding(one));
      if (same && promise.duty !== 'other') return true;
      await addPromise(tx, municipalityNo, { ...promise, teller, source: null }, clock());
      return false;
    });
    const taken = [{ field: 'duty', kind: 'standing' }] as const;
    if (isTaken) return fail(400, { promise: { typed, problems: taken, done: null } });
    return { promise: { typed: null, problems: [], done: 'make' as const } };
  },
  lofte: async (event: Event) => {
    const { actor, today, field, municipalityNo, teller } = await openForm(event);
    const wanted = promiseEvents.find((one) => one === field('event'));
    if (!wanted) throw Problem.notFound();
    const { day, problems } = wanted === 'renew' ? readDueDay(field('dueOn'), today) : { day: null, problems: [] };
    const typed = { id: field('id'), dueOn: field('dueOn') };
    if (problems.length > 0) return fail(400, { renewal: { ...typed, problems } });
    const { db, clock } = event.locals.app;
    const isDone = await db.transaction(actor, async (tx) => {
      const promise = await findPromise(tx, municipalityNo, typed.id);
      const after = afterEvent(promise, wanted, { today, newDay: day });
      if ('refused' in after && after.refused === 'not_later') return false;
      await changePromise(tx, promise, { event: wanted, newDay: day, today, teller }, clock());
      return true;
    });
    const earlier = [{ field: 'dueOn', kind: 'not_later', value: typed.dueOn }] as const;
    if (!isDone) return fail(400, { renewal: { ...typed, problems: earlier } });
    return { promise: { typed: null, problems: [], done: wanted } };
  },
  paminn: async (event: Event) => {
    const { actor, field, municipalityNo, town, user, teller } = await openForm(event);
    const { db, clock } = event.locals.app;
    await db.transaction(actor, async (tx) => {
      const promise = await findPromise(tx, municipalityNo, field('id'));
      const address = await findDeskAddress(tx, municipalityNo);
      if (!address || !isStanding(promise)) throw Problem.conflict('try-again');
      const text = messagesIn(address.language).desk.reminder;
      const what = promiseText(promise, address.language);
      const body = text.body(town.name, what, formatDate(promise.dueOn, address.language), user.name);
      await queueMessage(tx, { recipient: address.email, subject: text.subject(what), body }, clock());
      await recordStep(tx, promise, { event: 'remind', dueOn: promise.dueOn, teller }, clock());
    });
    return { promise: { typed: null, problems: [], done: 'remind' as const } };
  }
};
