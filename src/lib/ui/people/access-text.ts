import type { Grant } from '#lib/domain/access.ts';
import { lastDayBefore } from '#lib/domain/day.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Role } from '#lib/domain/role.ts';
import { unitName, type Unit } from '#lib/domain/unit.ts';
import { formatDate, sentenceCase } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

type Place = { geography: Geography; language: Language };

/** A unit with its kind, as "Kristiansand kommune". */
export function unitText(unit: Unit, { geography, language }: Place): string {
  const words = messagesIn(language).roles;
  return sentenceCase(words.unit[unit.unitType](unitName(geography, unit) ?? unit.unitId));
}

/** A role by itself, as "Saksbehandler". */
export function roleText(role: Role, language: Language): string {
  return sentenceCase(messagesIn(language).roles.name[role]);
}

/** A grant as "Saksbehandler, Rådgivende enhet i Kristiansand". */
export function grantText(grant: Grant, place: Place): string {
  const { people } = messagesIn(place.language);
  const { role } = grant;
  return people.grantFor(roleText(role, place.language), unitText(grant, place));
}

const soonMs = 30 * 86_400_000;

/** How long a grant holds: its last day, whether that is over, and whether it is within 30 days. */
export function untilText(
  until: Date | null,
  now: Date,
  language: Language
): { text: string; state: 'holds' | 'soon' | 'ended' } {
  const { people } = messagesIn(language);
  if (until === null) return { text: people.noEnd, state: 'holds' };
  if (until <= now) return { text: people.ended(formatDate(until, language)), state: 'ended' };
  const text = people.until(formatDate(lastDayBefore(until), language));
  return { text, state: until.getTime() - now.getTime() < soonMs ? 'soon' : 'holds' };
}
