import { randomUUID } from 'node:crypto';
import { daysRestorable, type SavedView } from '#lib/domain/saved-view.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** A view in its round; `chain` is that of the unit for which the person who acts is there. */
export type ViewKey = { roundId: string; id: string; chain: string };
type NewView = Pick<SavedView, 'name' | 'address' | 'isShared' | 'ownerId'> & Omit<ViewKey, 'id'>;
/** A view in a list, with how many notes it has. */
export type ListedView = SavedView & { notes: number };

const columns = `saved.id,
      saved.owner_id as "ownerId",
      owner.name as owner,
      saved.name,
      saved.address,
      saved.is_shared as "isShared",
      saved.saved_at as "savedAt",
      saved.removed_at as "removedAt"`;

/** The views of a round that the person who acts may see: their own first, then the newest; also those they removed. */
export function listViews(tx: Tx, roundId: string): Promise<ListedView[]> {
  return tx.query<ListedView>(
    `select
      ${columns},
      (
        select count(*)::integer
        from view_note as note
        where note.round_id = saved.round_id and note.view_id = saved.id
      ) as notes
    from saved_view as saved
    left join app_view_people($1) as owner on owner.id = saved.owner_id
    where saved.round_id = $1
    order by saved.owner_id = app_person() desc, saved.saved_at desc, saved.id`,
    [roundId]
  );
}

/** One view, also one that its owner has removed; null for those who may not see it. */
export async function findView(tx: Tx, roundId: string, id: string): Promise<SavedView | null> {
  const [view] = await tx.query<SavedView>(
    `select ${columns}
    from saved_view as saved
    left join app_view_people($1) as owner on owner.id = saved.owner_id
    where saved.round_id = $1 and saved.id::text = $2`,
    [roundId, id]
  );
  return view ?? null;
}

/** Saves a view and returns its id. */
export async function saveView(tx: Tx, { chain, roundId, ...view }: NewView, at: Date): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into saved_view (round_id, id, owner_id, name, address, is_shared, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [roundId, id, view.ownerId, view.name, view.address, view.isShared, at]
  );
  const detail = { view: id, isShared: view.isShared };
  await recordAudit(tx, { at, chain, action: 'view_saved', subject: roundId, detail });
  return id;
}

/** Names a view of one's own anew and shares it, or no longer. */
export async function changeView(
  tx: Tx,
  key: ViewKey,
  { name, isShared }: Pick<SavedView, 'name' | 'isShared'>,
  at: Date
): Promise<void> {
  const changed = await tx.query(
    `update saved_view
    set name = $3, is_shared = $4, changed_at = $5
    where round_id = $1 and id = $2 and owner_id = app_person() and removed_at is null
    returning id`,
    [key.roundId, key.id, name, isShared, at]
  );
  if (changed.length === 0) throw Problem.notFound();
  const detail = { view: key.id, isShared };
  await recordAudit(tx, { at, chain: key.chain, action: 'view_changed', subject: key.roundId, detail });
}

/** Removes a view of one's own; it can be put back until it is forgotten. */
export function removeView(tx: Tx, key: ViewKey, at: Date): Promise<void> {
  return setRemoved(tx, key, { at, removedAt: at });
}

/** Puts a view that was removed back, with its notes. */
export function restoreView(tx: Tx, key: ViewKey, at: Date): Promise<void> {
  return setRemoved(tx, key, { at, removedAt: null });
}

/** Forgets the views that were removed too long ago to be put back, with their notes. For system actors. */
export async function forgetViews(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysRestorable * 86_400_000);
  const forgotten = await tx.query<{ roundId: string; chain: string; count: number }>(
    `with forgotten as (
      delete from saved_view
      using round
      where round.id = saved_view.round_id and saved_view.removed_at <= $1
      returning round.id, round.korus_region
    )
    select id as "roundId", korus_region as chain, count(*)::integer as count
    from forgotten
    group by id, korus_region
    order by id`,
    [before]
  );
  for (const { roundId, chain, count } of forgotten) {
    await recordAudit(tx, { at: now, chain, action: 'views_forgotten', subject: roundId, detail: { count } });
  }
}

async function setRemoved(
  tx: Tx,
  key: ViewKey,
  { at, removedAt }: { at: Date; removedAt: Date | null }
): Promise<void> {
  const changed = await tx.query(
    `update saved_view
    set removed_at = $3
    where round_id = $1 and id = $2 and owner_id = app_person() and (removed_at is null) = ($3::timestamptz is not null)
    returning id`,
    [key.roundId, key.id, removedAt]
  );
  if (changed.length === 0) throw Problem.notFound();
  const action = removedAt ? 'view_removed' : 'view_restored';
  await recordAudit(tx, { at, chain: key.chain, action, subject: key.roundId, detail: { view: key.id } });
}
