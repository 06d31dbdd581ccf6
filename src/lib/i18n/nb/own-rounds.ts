export const ownRounds = {
  title: 'Svar for kommunen',
  lead: 'Rundene kommunen din er med i.',
  empty: 'Ingen runder venter svar fra kommunen din.',
  deadline: 'Frist',
  phase: {
    preparing: 'Forberedes',
    before: 'Ikke åpnet',
    open: 'Venter svar',
    closed: 'Fristen er ute uten svar',
    frozen: 'Frosset uten svar'
  },
  answered: (version: number, moment: string) => `Versjon ${version} sendt inn ${moment}`,
  coveredBy: (host: string) => `Dekket av ${host}`,
  menu: 'Svar'
};
