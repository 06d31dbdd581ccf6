import type { Logger } from 'pino';
import type { DispatchChannel } from '#lib/domain/case/dispatch.ts';
import type { MasterKeys } from '#lib/server/case/master-key.ts';
import type { Db } from '#lib/server/db.ts';
import { allowOnly } from '#lib/server/egress.ts';
import { LocalOutbox } from './local-outbox.ts';
import type { Vault } from './outbox.ts';
import { dispatchHosts, type DispatchSettings } from './settings.ts';
import { carriersOf, svarinnOf } from './setup.ts';
import type { Svarinn } from './svarinn.ts';
import { caseVault } from './vault.ts';
import { startDispatch } from './worker.ts';

/** How what is sent for cases leaves here, and referrals come in. */
export type Posting = {
  vault: Vault;
  /** False: nothing leaves that way for the municipality, so it is given by hand. */
  sends: (channel: DispatchChannel, municipalityNo: string) => boolean;
  /** In the demonstration what would have been sent; null elsewhere. */
  localOutbox: LocalOutbox | null;
  svarinn: Svarinn | null;
  close: () => Promise<void>;
};

type Ways = { db: Db; clock: () => Date; log: Pick<Logger, 'error'>; masters: MasterKeys | null };

/** Starts what sends, by the settings; the demonstration sends to itself. Null: the case register is not in use. */
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
  return {
    vault,
    sends: (channel, municipalityNo) => carriers[channel]?.serves(municipalityNo) ?? false,
    localOutbox,
    svarinn: svarinnOf(settings, reach),
    close: startDispatch({ db, vault, carriers }, clock, log)
  };
}
