/** The municipalities that a joint unit serves. */
export const caseArea = {
  title: 'Kommuner enheten har saker for',
  link: 'Kommuner enheten har saker for',
  lead: 'En enhet kan ha saker for flere kommuner når de har avtalt det. Sakene og tallene er alltid kommunens egne.',
  since: (day: string) => `fra ${day}`,
  ended: (from: string, until: string) => `fra ${from}, ikke lenger fra ${until}`,
  host: 'vertskommunen',
  by: (agreement: string) => `avtale: ${agreement}`,
  open: (cases: number) => (cases === 1 ? '1 sak er ikke avsluttet' : `${cases} saker er ikke avsluttet`),
  add: 'Legg til en kommune',
  addLead:
    'Fra denne dagen kan enheten registrere henvisninger for kommunen. Kommunen ser i sitt eget innsyn at den er lagt til.',
  municipality: 'Kommune',
  from: 'Fra og med',
  agreement: 'Referanse til avtalen',
  submit: 'Legg til kommunen',
  taken: 'Kommunen er med her allerede, eller en annen enhet har saker for den på den dagen. Avtal med dem først.',
  end: (name: string) => `Avslutt for ${name}`,
  endLead:
    'Enheten registrerer ingen nye saker for kommunen fra denne dagen. De som er her, blir her til de er slettet.',
  until: 'Ikke lenger fra',
  endSubmit: 'Avslutt',
  done: 'Det er ført.'
};
