import type { Answer } from './answer.ts';

/** What a row of the audit is about, as the reader chooses it. */
export const auditGroups = ['seen', 'changed', 'access', 'sign_in', 'mail'] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** What the subject of a row is: an answer or a round by its id, a person, or nothing that has a name. */
type SubjectKind = 'answer' | 'round' | 'person' | 'none';

/** Every action that is written to the audit; a test looks for those that are missing. */
export const auditActions = {
  report_read: { group: 'seen', subject: 'answer' },
  answers_seen: { group: 'seen', subject: 'round' },
  desk_seen: { group: 'seen', subject: 'none' },
  audit_read: { group: 'seen', subject: 'none' },
  audit_exported: { group: 'seen', subject: 'none' },
  case_person_read: { group: 'seen', subject: 'none' },
  case_letter_read: { group: 'seen', subject: 'none' },
  case_counts_read: { group: 'seen', subject: 'answer' },
  case_exported: { group: 'seen', subject: 'none' },
  case_added: { group: 'changed', subject: 'none' },
  case_changed: { group: 'changed', subject: 'none' },
  case_proposed: { group: 'changed', subject: 'none' },
  case_purged: { group: 'changed', subject: 'none' },
  case_person_changed: { group: 'changed', subject: 'none' },
  case_notice_sent: { group: 'changed', subject: 'none' },
  case_document_added: { group: 'changed', subject: 'none' },
  case_document_read: { group: 'seen', subject: 'none' },
  case_document_removed: { group: 'changed', subject: 'none' },
  incoming_stored: { group: 'mail', subject: 'none' },
  incoming_unreadable: { group: 'mail', subject: 'none' },
  incoming_rejected: { group: 'mail', subject: 'none' },
  incoming_used: { group: 'changed', subject: 'none' },
  incoming_set_aside: { group: 'changed', subject: 'none' },
  incoming_removed: { group: 'changed', subject: 'none' },
  case_keys_rewrapped: { group: 'changed', subject: 'none' },
  case_key_added: { group: 'changed', subject: 'none' },
  case_key_retired: { group: 'changed', subject: 'none' },
  case_unit_opened: { group: 'changed', subject: 'none' },
  case_area_added: { group: 'changed', subject: 'none' },
  case_area_ended: { group: 'changed', subject: 'none' },
  case_setting_decided: { group: 'changed', subject: 'none' },
  case_letterhead_decided: { group: 'changed', subject: 'none' },
  case_recipient_decided: { group: 'changed', subject: 'none' },
  self_referral_counted: { group: 'changed', subject: 'none' },
  draft_begun: { group: 'changed', subject: 'answer' },
  report_submitted: { group: 'changed', subject: 'answer' },
  question_asked: { group: 'changed', subject: 'answer' },
  question_answered: { group: 'changed', subject: 'answer' },
  question_corrected: { group: 'changed', subject: 'answer' },
  question_accepted: { group: 'changed', subject: 'answer' },
  question_withdrawn: { group: 'changed', subject: 'answer' },
  answer_accepted: { group: 'changed', subject: 'answer' },
  answer_returned: { group: 'changed', subject: 'answer' },
  review_undone: { group: 'changed', subject: 'answer' },
  report_confirmed: { group: 'changed', subject: 'answer' },
  correction_asked: { group: 'changed', subject: 'answer' },
  coverage_ruled: { group: 'changed', subject: 'answer' },
  coverage_ruling_undone: { group: 'changed', subject: 'answer' },
  round_opened: { group: 'changed', subject: 'round' },
  questions_changed: { group: 'changed', subject: 'round' },
  round_prepared: { group: 'changed', subject: 'round' },
  round_changed: { group: 'changed', subject: 'round' },
  round_discarded: { group: 'changed', subject: 'none' },
  expected_added: { group: 'changed', subject: 'answer' },
  expected_removed: { group: 'changed', subject: 'answer' },
  expectation_changed: { group: 'changed', subject: 'answer' },
  extension_given: { group: 'changed', subject: 'answer' },
  extension_withdrawn: { group: 'changed', subject: 'answer' },
  dry_run_made: { group: 'changed', subject: 'round' },
  expected_frozen: { group: 'changed', subject: 'round' },
  link_shown: { group: 'access', subject: 'answer' },
  letters_planned: { group: 'mail', subject: 'round' },
  letters_queued: { group: 'mail', subject: 'round' },
  letters_paused: { group: 'mail', subject: 'round' },
  letters_resumed: { group: 'mail', subject: 'round' },
  letters_cancelled: { group: 'mail', subject: 'round' },
  dispatch_queued: { group: 'mail', subject: 'none' },
  dispatch_accepted: { group: 'mail', subject: 'none' },
  dispatch_deferred: { group: 'mail', subject: 'none' },
  dispatch_failed: { group: 'mail', subject: 'none' },
  dispatch_tracked: { group: 'mail', subject: 'none' },
  dispatch_handed_over: { group: 'mail', subject: 'none' },
  dispatch_cancelled: { group: 'mail', subject: 'none' },
  letter_worded: { group: 'changed', subject: 'round' },
  letter_restored: { group: 'changed', subject: 'round' },
  contact_changed: { group: 'changed', subject: 'none' },
  contact_bounced: { group: 'mail', subject: 'none' },
  contact_restored: { group: 'mail', subject: 'none' },
  web_checked: { group: 'seen', subject: 'none' },
  note_added: { group: 'changed', subject: 'answer' },
  note_changed: { group: 'changed', subject: 'answer' },
  note_removed: { group: 'changed', subject: 'answer' },
  promise_made: { group: 'changed', subject: 'none' },
  promise_kept: { group: 'changed', subject: 'none' },
  promise_broken: { group: 'changed', subject: 'none' },
  promise_renewed: { group: 'changed', subject: 'none' },
  promise_withdrawn: { group: 'changed', subject: 'none' },
  promise_reopened: { group: 'changed', subject: 'none' },
  promise_reminded: { group: 'mail', subject: 'none' },
  desk_letter_sent: { group: 'mail', subject: 'none' },
  desk_letter_exported: { group: 'seen', subject: 'none' },
  county_package_written: { group: 'changed', subject: 'round' },
  county_package_exported: { group: 'seen', subject: 'round' },
  follow_contact_added: { group: 'changed', subject: 'none' },
  follow_contact_removed: { group: 'changed', subject: 'none' },
  follow_contact_done: { group: 'changed', subject: 'none' },
  referrals_entered: { group: 'changed', subject: 'round' },
  referral_withdrawn: { group: 'changed', subject: 'round' },
  view_saved: { group: 'changed', subject: 'round' },
  view_changed: { group: 'changed', subject: 'round' },
  view_removed: { group: 'changed', subject: 'round' },
  view_restored: { group: 'changed', subject: 'round' },
  views_forgotten: { group: 'changed', subject: 'round' },
  view_note_added: { group: 'changed', subject: 'round' },
  view_note_removed: { group: 'changed', subject: 'round' },
  estimate_judged: { group: 'changed', subject: 'round' },
  estimate_signed: { group: 'changed', subject: 'round' },
  estimate_withdrawn: { group: 'changed', subject: 'round' },
  release_begun: { group: 'changed', subject: 'round' },
  release_changed: { group: 'changed', subject: 'round' },
  release_discarded: { group: 'changed', subject: 'round' },
  release_checked: { group: 'changed', subject: 'round' },
  release_text_changed: { group: 'changed', subject: 'round' },
  release_submitted: { group: 'changed', subject: 'round' },
  release_returned: { group: 'changed', subject: 'round' },
  release_approved: { group: 'changed', subject: 'round' },
  release_embargo_set: { group: 'changed', subject: 'round' },
  release_published: { group: 'changed', subject: 'round' },
  release_withdrawn: { group: 'changed', subject: 'round' },
  release_reader_added: { group: 'access', subject: 'round' },
  release_reader_removed: { group: 'access', subject: 'round' },
  call_list_exported: { group: 'seen', subject: 'round' },
  contact_replaced: { group: 'access', subject: 'answer' },
  helper_invited: { group: 'access', subject: 'answer' },
  helper_withdrawn: { group: 'access', subject: 'answer' },
  helpers_forgotten: { group: 'access', subject: 'answer' },
  answer_shared: { group: 'access', subject: 'answer' },
  handed_over: { group: 'access', subject: 'person' },
  invitation_made: { group: 'access', subject: 'person' },
  invitation_used: { group: 'access', subject: 'person' },
  invitation_declined: { group: 'access', subject: 'person' },
  setting_changed: { group: 'changed', subject: 'none' },
  grant_given: { group: 'access', subject: 'person' },
  grant_withdrawn: { group: 'access', subject: 'person' },
  person_added: { group: 'access', subject: 'person' },
  login_link_made: { group: 'sign_in', subject: 'person' },
  login_link_used: { group: 'sign_in', subject: 'person' },
  sign_in_refused: { group: 'sign_in', subject: 'none' },
  session_started: { group: 'sign_in', subject: 'person' },
  session_ended: { group: 'sign_in', subject: 'person' },
  sessions_ended: { group: 'sign_in', subject: 'none' },
  identity_bound: { group: 'sign_in', subject: 'person' },
  identity_unbound: { group: 'sign_in', subject: 'person' },
  identity_used: { group: 'sign_in', subject: 'person' },
  message_queued: { group: 'mail', subject: 'none' },
  message_sent: { group: 'mail', subject: 'none' },
  message_refused: { group: 'mail', subject: 'none' }
} as const satisfies Record<string, { group: AuditGroup; subject: SubjectKind }>;
export type AuditAction = keyof typeof auditActions;

/** One row of a unit's audit as a reader gets it. `change` is null when nothing changed, or the reader may not know what. */
export type AuditRow = {
  sequence: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subject: string;
  subjectName: string | null;
  detail: Record<string, unknown>;
  origin: string | null;
  change: Record<string, [before: Answer | null, after: Answer | null]> | null;
  /** `detail` and `change` as the store writes them when it makes the hash. */
  detailText: string;
  changeText: string | null;
  previousHash: string;
  hash: string;
};

/** Which rows are wanted: `person` is part of a name, `from` and `to` are days in Norwegian time as yyyy-mm-dd. */
export type AuditFilter = { group: AuditGroup | null; person: string; from: string | null; to: string | null };

/** A value of the filter that cannot be used, as it was typed; `order` when the period ends before it begins. */
export type AuditFilterProblem = { field: 'from' | 'to' | 'order'; value: string };

/** Where in the audit a page begins: before a row (older), or after it (newer); both null for the newest. */
export type AuditPlace = { before: number | null; after: number | null };

const longestName = 100;

/** The actions of a group, or null for all. */
export function actionsOf(group: AuditGroup | null): AuditAction[] | null {
  if (group === null) return null;
  const actions = Object.keys(auditActions) as AuditAction[];
  return actions.filter((action) => auditActions[action].group === group);
}

/** Whether an action has wording. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action);
}

/** The filter in an address. What cannot be used is left out of it and named. */
export function readAuditFilter(params: URLSearchParams): { filter: AuditFilter; problems: AuditFilterProblem[] } {
  const typed = { from: params.get('fra')?.trim() ?? '', to: params.get('til')?.trim() ?? '' };
  const from = readDay(typed.from);
  const to = readDay(typed.to);
  const problems: AuditFilterProblem[] = (['from', 'to'] as const)
    .filter((field) => typed[field] !== '' && readDay(typed[field]) === null)
    .map((field) => ({ field, value: typed[field] }));
  if (from !== null && to !== null && from > to) problems.push({ field: 'order', value: typed.to });
  const group = auditGroups.find((one) => one === params.get('hva')) ?? null;
  return { filter: { group, person: (params.get('person') ?? '').trim().slice(0, longestName), from, to }, problems };
}

/** The place in an address; what is no row number is left out. */
export function readAuditPlace(params: URLSearchParams): AuditPlace {
  const row = (name: string) => {
    const typed = params.get(name) ?? '';
    return /^\d{1,15}$/.test(typed) ? Number(typed) : null;
  };
  const after = row('nyere');
  return { before: after === null ? row('eldre') : null, after };
}

/** The address of a filter, without its question mark; empty for no filter. */
export function auditQuery({ group, person, from, to }: AuditFilter, place: Partial<AuditPlace> = {}): string {
  const given = { hva: group, person, fra: from, til: to, eldre: place.before, nyere: place.after };
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]]
  );
  return new URLSearchParams(pairs).toString();
}

/** A day typed as 2024-03-01 or 1.3.2024, as yyyy-mm-dd; null for what is no day. */
function readDay(typed: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
  const iso = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && iso >= '1900' ? iso : null;
}
