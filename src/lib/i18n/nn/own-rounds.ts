import type { Messages } from '#lib/i18n/nb.ts';

export const ownRounds: Messages['ownRounds'] = {
  title: 'Svar for kommunen',
  lead: 'Rundane kommunen din er med i.',
  empty: 'Ingen rundar ventar svar frå kommunen din.',
  deadline: 'Frist',
  phase: {
    preparing: 'Blir førebudd',
    before: 'Ikkje opna',
    open: 'Ventar svar',
    closed: 'Fristen er ute utan svar',
    frozen: 'Frosen utan svar'
  },
  answered: (version, moment) => `Versjon ${version} send inn ${moment}`,
  coveredBy: (host) => `Dekt av ${host}`,
  menu: 'Svar'
};
