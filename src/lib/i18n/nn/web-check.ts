import type { Messages } from '#lib/i18n/nb.ts';

/** What was found at the address that a municipality has told of. */
export const webCheck: Messages['webCheck'] = {
  heading: 'Nettsida',
  named: 'Sida svarer og nemner eininga.',
  unnamed: 'Sida svarer, men nemner verken rådgjevande eining eller russaker.',
  missing: (status) => `Sida finst ikkje (nettstaden svara ${status}).`,
  silent: {
    name: 'Nettadressa finst ikkje.',
    connection: 'Nettstaden svarer ikkje.',
    time: 'Nettstaden brukte for lang tid på å svare.'
  },
  refused: {
    host: 'Adressa er utanfor nettstadene vi sjekkar, eller fører dit.',
    port: 'Adressa bruker ein port vi ikkje sjekkar.',
    private: 'Adressa fører til eit lukka nett. Innbyggjarane når ho truleg ikkje.',
    robots: 'Nettstaden ber om ikkje å bli lesen av maskiner.',
    redirects: 'Adressa sender vidare for mange gonger.'
  },
  checked: (moment) => `Sjekka automatisk ${moment}.`
};
