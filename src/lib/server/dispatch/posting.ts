import type { Logger } from 'pino';
import type { DispatchChannel } from '#lib/domain/case/dispatch.ts';
import type { MasterKeys } from '#lib/server/case/master-key.ts';
import type { Db } from '#lib/server/db.ts';
import { allowOnly } from '#lib/server/egress.ts';
import { startIntake } from './intake.ts';
import { LocalOutbox } from './local-outbox.ts';
import type { Vault } from './outbox.ts';
import { dispatchHosts, type DispatchSettings } from './settings.ts';
import { carriersOf, svarinnOf } from './setup.ts';
import { caseVault } from './vault.ts';
import { startDispatch } from './worker.ts';

/** How what is sent for cases leaves here. */
export type Posting = {
  vault: Vault;
  /** False: what is queued that way waits until somebody gives it by hand. */
  sends: (channel: DispatchChannel) => boolean;
  /** In the demonstration what would have been sent; null elsewhere. */
  localOutbox: LocalOutbox | null;
  close: () => Promise<void>;
};

type Ways = { db: Db; clock: () => Date; log: Pick<Logger, 'error'>; masters: MasterKeys | null };

/** Starts what sends and what takes in, by the settings; the demonstration sends to itself. Null: the case register is not in use. */
export function openPosting(
  settings: DispatchSettings & { isDemonstration: boolean },
  { db, clock, log, masters }: Ways
): Posting | null {
  if (masters === null) return null;
  const reach = allowOnly(dispatchHosts(settings));
  const configured = carriersOf(settings, reach, clock);
  const isSilent = Object.keys(configured).length === 0;
  const localOutbox = settings.isDemonstration && isSilent ? new LocalOutbox() : null;
  const carriers = localOutbox?.carriers() ?? configured;
  const vault = caseVault(masters, clock);
  const stopDispatch = startDispatch({ db, vault, carriers }, clock, log);
  const stopIntake = startIntake({ db, masters, svarinn: svarinnOf(settings, reach) }, clock, log);
  return {
    vault,
    sends: (channel) => carriers[channel] !== undefined,
    localOutbox,
    close: async () => {
      await stopDispatch();
      await stopIntake();
    }
  };
}
