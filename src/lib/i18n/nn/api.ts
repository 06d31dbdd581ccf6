import type { Messages } from '#lib/i18n/nb.ts';

export const api: Messages['api'] = {
  title: 'API for program',
  lead: 'Her hentar program dei publiserte tala. Alle kan hente dei, utan nøkkel og utan å logge inn.',
  contents: 'Kva du finn',
  operations: {
    releases: 'alle utgivingar og versjonar, med filer og kontrollsummar',
    datasets: 'tabellane i den nyaste versjonen av kvar utgiving',
    table: 'ein tabell som JSON-stat eller CSV',
    pxweb: 'dei same tabellane slik PxWebApi 2 gir dei, for verktøy som les Statistikkbanken',
    openapi: 'alle adresser, parametrar og svar skildra for program (OpenAPI 3.1)'
  },
  ids: 'Faste adresser',
  newest: 'gir alltid den nyaste versjonen.',
  lasting: 'gir alltid versjon 1. Bruk den når andre skal kunne etterprøve tala dine.',
  inR: 'Døme i R',
  inPython: 'Døme i Python',
  signs: 'Når eit tal manglar',
  signsLead: 'Verdien er då tom, og status seier kvifor.',
  hidden: 'blir ikkje vist av omsyn til personvern',
  missing: 'ingen har svara for området',
  notApplicable: 'talet finst ikkje',
  rules: 'Reglar',
  limit: (most, minutes) => `Du kan spørje ${most} gonger på ${minutes} minutt frå same adresse.`,
  cache: 'Svara har ETag. Send han tilbake i If-None-Match, så får du svaret på nytt berre når det er endra.',
  stability:
    'Adresser, namn og kodar i v1 blir ikkje endra eller fjerna. Det kan kome nye felt: hopp over dei du ikkje kjenner.',
  licence: 'Tala kan brukast fritt etter',
  refusals: {
    unknown_parameter: (parameter, value) => `Parameteren «${parameter}» med verdien «${value}» finst ikkje her.`,
    bad_value: (parameter, value) => `Parameteren «${parameter}» kan ikkje ha verdien «${value}».`,
    repeated: (parameter, value) => `Parameteren «${parameter}» står meir enn éin gong, sist med verdien «${value}».`,
    not_found: (parameter, value) => `Det er ikkje publisert noko der «${parameter}» er «${value}».`,
    not_acceptable: (parameter, value) => `Svaret finst ikkje i noko av det som «${parameter}» bed om: «${value}».`,
    no_method: (_parameter, value) => `Her kan du berre lese: «${value}» finst ikkje.`,
    too_many: (seconds) => `Du har spurt for mange gonger. Prøv igjen om ${seconds} sekund.`
  }
};
