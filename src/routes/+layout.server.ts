import { may } from '#lib/domain/access.ts';
import { readingOf } from '#lib/server/session.ts';
import type { LayoutServerLoad } from './$types';

// Every page's frame; what the user may see decides which links it has.
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { app, user, session, language } = locals;
  return {
    language,
    demonstration: app.env.isDemonstration,
    user: user.kind === 'person' ? { name: user.name } : null,
    session: session && readingOf(session, app.clock()),
    maySeeRounds: may(user, { action: 'list_rounds' }) || may(user, { action: 'list_county_rounds' }),
    mayFollow: may(user, { action: 'list_desk' }),
    mayAnswer: may(user, { action: 'list_own_rounds' }),
    maySeeCases: may(user, { action: 'list_cases' }),
    maySeeAudits: may(user, { action: 'list_audits' }),
    mayManagePeople: may(user, { action: 'manage_people' }),
    hasOutbox: app.env.isDemonstration && !app.env.SMTP_URL,
    currentPath: url.pathname + url.search
  };
};
