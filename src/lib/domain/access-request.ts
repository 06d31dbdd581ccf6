import type { CaseDeed } from './case/case-right.ts';
import type { Role } from './role.ts';
import type { Unit } from './unit.ts';

/** A unit that is asked about: itself and all that it lies within, from `unitsAround`. */
export type Around = readonly Unit[];

/** What shows a list of what is one's own. */
export type Listing =
  | 'list_rounds'
  | 'list_county_rounds'
  | 'list_desk'
  | 'list_own_rounds'
  | 'list_cases'
  | 'manage_people'
  | 'list_audits';

/** What can be asked for, with what it concerns. */
export type Request =
  | {
      action:
        'answer_round' | 'read_own_report' | 'explain_figure' | 'send_answer' | 'ask_for_correction' | 'give_answer';
      roundId: string;
      municipalityNo: string;
    }
  | {
      action:
        | 'follow_round'
        | 'follow_up'
        | 'prepare_round'
        | 'import_answers'
        | 'register_answer'
        | 'read_region_counts'
        | 'read_reports'
        | 'review_answers'
        | 'hand_out_link'
        | 'replace_contact'
        | 'rule_coverage'
        | 'estimate_silent'
        | 'prepare_release'
        | 'publish_release';
      korusRegion: string;
    }
  /** `author`: the id of whoever made the release; somebody else approves it. */
  | { action: 'approve_release'; korusRegion: string; author: string }
  /** `isInvited`: whether the person was asked to read it before others, and still is. */
  | { action: 'read_release_early'; region: string; isInvited: boolean }
  | { action: Listing }
  | { action: 'read_county_package'; county: string }
  /** `unitNo`: the number of the municipality that hosts the unit. */
  | { action: CaseDeed; unitNo: string }
  | { action: 'read_profile' }
  /** `counties`: those of the round's municipalities; `isSettled` as in `domain/round.ts`. */
  | { action: 'analyse_round'; region: string; counties: readonly string[]; isSettled: boolean }
  /** `owner`: the id of whoever saved the view, or wrote the note on it. */
  | { action: 'change_view' | 'remove_view_note'; owner: string }
  | { action: 'change_grant'; role: Role; around: Around }
  /** `held`: every grant that the person holds whose sessions are to end. */
  | { action: 'end_sessions_of'; held: readonly { role: Role; around: Around }[] }
  | { action: 'unbind_identity'; grants: readonly { role: Role; around: Around }[] }
  | {
      action:
        'change_municipality' | 'follow_municipality' | 'read_audit' | 'read_answer_changes' | 'end_every_session';
      around: Around;
    };
