import { may, type User } from './access.ts';

/** The page where someone who has signed in begins: that of their work, else their profile, or whom to ask for a role. */
export function homePath(user: User): string {
  if (may(user, { action: 'list_rounds' })) return '/kartlegging';
  if (may(user, { action: 'list_county_rounds' })) return '/oppfolging';
  if (may(user, { action: 'list_own_rounds' })) return '/svar';
  if (may(user, { action: 'list_cases' })) return '/saker';
  if (may(user, { action: 'manage_people' })) return '/admin';
  if (may(user, { action: 'list_audits' })) return '/innsyn';
  return user.kind === 'person' && user.grants.length === 0 ? '/profil/tilgang' : '/profil';
}
