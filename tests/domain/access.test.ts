import { describe, expect, it } from 'vitest';
import { audienceOf, isOpenIn, may, regionsOf, type Grant, type User } from '#lib/domain/access.ts';
import type { Request } from '#lib/domain/access-request.ts';
import { roles } from '#lib/domain/role.ts';
import type { Unit } from '#lib/domain/unit.ts';

const adviser = (unitId: string): User => ({
  kind: 'person',
  personId: '0190a3c4-0000-7000-8000-000000000001',
  name: 'Ragnhild',
  scope: 'everything',
  grants: [{ role: 'adviser', unitType: 'korus_region', unitId }]
});
const respondent: User = { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4223' };
const helper = (maySend: boolean): User => ({
  ...{ kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4223' },
  helper: { id: 'h', name: 'Ola', maySend }
});
const people: Record<string, User> = {
  'the public': { kind: 'public' },
  'a respondent': respondent,
  'a colleague who may send': helper(true),
  'a colleague who may not send': helper(false),
  'an adviser of the region': adviser('sor'),
  'an adviser of another region': adviser('nord'),
  'a person without a role': { kind: 'person', personId: 'x', name: 'Y', scope: 'everything', grants: [] }
};
people['a county governor’s adviser'] = {
  ...{ kind: 'person', personId: 'g', name: 'Grete', scope: 'everything' },
  grants: [{ role: 'governor', unitType: 'county', unitId: '42' }]
};
const own = { roundId: 'sor-2024', municipalityNo: '4223' };
const colleagues = ['a colleague who may send', 'a colleague who may not send'];
const requests: [Request, string[]][] = [
  [{ action: 'answer_round', ...own }, ['a respondent', ...colleagues]],
  [{ action: 'send_answer', ...own }, ['a respondent', 'a colleague who may send']],
  [{ action: 'explain_figure', ...own }, ['a respondent', ...colleagues]],
  [{ action: 'ask_for_correction', ...own }, ['a respondent', 'a colleague who may send']],
  [{ action: 'give_answer', ...own }, ['a respondent']],
  [{ action: 'read_own_report', ...own }, ['a respondent', ...colleagues]],
  [{ action: 'answer_round', ...own, municipalityNo: '4204' }, []],
  [{ action: 'read_own_report', ...own, roundId: 'sor-2025' }, []],
  [{ action: 'follow_round', korusRegion: 'sor' }, ['an adviser of the region']],
  [
    { action: 'list_desk' },
    ['an adviser of the region', 'an adviser of another region', 'a county governor’s adviser']
  ],
  [
    {
      action: 'follow_municipality',
      around: [
        { unitType: 'municipality', unitId: '4223' },
        { unitType: 'county', unitId: '42' },
        { unitType: 'korus_region', unitId: 'sor' }
      ]
    },
    ['an adviser of the region', 'a county governor’s adviser']
  ],
  [{ action: 'follow_municipality', around: [{ unitType: 'municipality', unitId: '5001' }] }, []],
  [{ action: 'read_county_package', county: '42' }, ['a county governor’s adviser']],
  [{ action: 'read_county_package', county: '40' }, []],
  [{ action: 'read_reports', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'review_answers', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'read_region_counts', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'hand_out_link', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'replace_contact', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'rule_coverage', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'estimate_silent', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'prepare_release', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'publish_release', korusRegion: 'sor' }, ['an adviser of the region']],
  [{ action: 'approve_release', korusRegion: 'sor', author: 'another' }, ['an adviser of the region']],
  [{ action: 'approve_release', korusRegion: 'sor', author: '0190a3c4-0000-7000-8000-000000000001' }, []],
  [{ action: 'read_release_early', region: 'sor', isInvited: false }, ['an adviser of the region']],
  [{ action: 'analyse_round', region: 'sor', counties: ['40', '42'], isSettled: false }, ['an adviser of the region']],
  [{ action: 'analyse_round', region: 'midt', counties: ['50'], isSettled: true }, []],
  [{ action: 'change_view', owner: 'g' }, ['a county governor’s adviser']],
  [{ action: 'remove_view_note', owner: 'x' }, ['a person without a role']],
  [
    { action: 'analyse_round', region: 'sor', counties: ['40', '42'], isSettled: true },
    ['an adviser of the region', 'a county governor’s adviser']
  ],
  [{ action: 'list_county_rounds' }, ['a county governor’s adviser']],
  [{ action: 'list_rounds' }, ['an adviser of the region', 'an adviser of another region']],
  [{ action: 'list_audits' }, ['an adviser of the region', 'an adviser of another region']]
];

describe('rights', () => {
  for (const [request, allowed] of requests) {
    for (const [name, user] of Object.entries(people)) {
      it(`${name} ${allowed.includes(name) ? 'may' : 'may not'} ${JSON.stringify(request)}`, () => {
        expect(may(user, request)).toBe(allowed.includes(name));
      });
    }
  }

  it('gives region figures to the region’s own advisers only', () => {
    expect(Object.values(people).map((user) => audienceOf(user, 'sor'))).toEqual([
      'public',
      'public',
      'public',
      'public',
      'region',
      'public',
      'public',
      'public'
    ]);
    expect(regionsOf(adviser('nord'))).toEqual(['nord']);
  });
});

it('an account is released by who administers every grant of its person', () => {
  const sor: Unit = { unitType: 'korus_region', unitId: 'sor' };
  const kristiansand: Unit = { unitType: 'municipality', unitId: '4204' };
  const officer = {
    role: 'case_officer',
    around: [{ ...kristiansand, unitType: 'advisory_unit' }, kristiansand, sor]
  } as const;
  const answers = { role: 'respondent', around: [kristiansand, sor] } as const;
  const allowed = (grants: Grant[], ...asked: (typeof officer | typeof answers)[]) =>
    may({ ...adviser('sor'), grants } as User, { action: 'unbind_identity', grants: asked });
  expect(allowed([{ ...sor, role: 'administrator' }], answers)).toBe(true);
  expect(allowed([{ ...sor, role: 'administrator' }], answers, officer)).toBe(false);
  expect(allowed([{ ...kristiansand, role: 'administrator' }], answers, officer)).toBe(true);
  expect(allowed([{ ...sor, role: 'adviser' }], answers)).toBe(false);
  expect(allowed([{ ...sor, role: 'administrator' }])).toBe(false);
});

it('signing in by e-mail opens answering only, other ways every role', () => {
  expect(roles.filter((role) => isOpenIn('answers', role))).toEqual(['respondent']);
  expect(roles.filter((role) => isOpenIn('everything', role))).toEqual(roles);
});
