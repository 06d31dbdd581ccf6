import { settingOn } from '#lib/domain/case/case-setting.ts';
import { summonsFault, type SendingFault } from '#lib/domain/case/summons-plan.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { listSettings } from '#lib/server/case/unit.ts';
import type { SummonsPost } from '#lib/server/dispatch/posted-step.ts';
import { requirePosting } from '../../open-cases.ts';
import { makeSummonsPost, openLetterScene, type Summoned, type Writer } from './letters.ts';

/** What would leave with a summons, made when its step is taken; or why it cannot leave the way that was chosen. */
type Planned = { fault: SendingFault; post: null } | { fault: null; post: () => Promise<SummonsPost | null> };

export async function planSummons(
  register: Register,
  file: StoredCase,
  given: Summoned,
  writer: Writer
): Promise<Planned> {
  const { tx, at } = register;
  const { sends } = requirePosting(writer.app);
  const scene = await openLetterScene(register, file, writer);
  const fault = summonsFault(scene, given, sends('letter', file.municipalityNo));
  if (fault) return { fault, post: null };
  const { reminderHours } = settingOn(await listSettings(tx, file.unitNo), dayOf(at));
  const reminding = { hours: reminderHours, isSetUp: sends('sms', file.municipalityNo) };
  return { fault: null, post: () => makeSummonsPost(scene, given, reminding) };
}
