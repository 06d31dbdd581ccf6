import type { caseArea as nb } from '#lib/i18n/nb/case-area.ts';

export const caseArea: typeof nb = {
  title: 'Kommunar eininga har saker for',
  link: 'Kommunar eininga har saker for',
  lead: 'Ei eining kan ha saker for fleire kommunar når dei har avtalt det. Sakene og tala er alltid eigne for kommunen.',
  since: (day) => `frå ${day}`,
  ended: (from, until) => `frå ${from}, ikkje lenger frå ${until}`,
  host: 'vertskommunen',
  by: (agreement) => `avtale: ${agreement}`,
  open: (cases) => (cases === 1 ? '1 sak er ikkje avslutta' : `${cases} saker er ikkje avslutta`),
  add: 'Legg til ein kommune',
  addLead:
    'Frå denne dagen kan eininga registrere tilvisingar for kommunen. Kommunen ser i sitt eige innsyn at han er lagd til.',
  municipality: 'Kommune',
  from: 'Frå og med',
  agreement: 'Referanse til avtalen',
  submit: 'Legg til kommunen',
  taken: 'Kommunen er med her alt, eller ei anna eining har saker for han på den dagen. Avtal med dei først.',
  end: (name) => `Avslutt for ${name}`,
  endLead:
    'Eininga registrerer ingen nye saker for kommunen frå denne dagen. Dei som er her, blir her til dei er sletta.',
  until: 'Ikkje lenger frå',
  endSubmit: 'Avslutt',
  done: 'Det er ført.'
};
