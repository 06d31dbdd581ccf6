export const api = {
  title: 'API for programmer',
  lead: 'Her henter programmer de publiserte tallene. Alle kan hente dem, uten nøkkel og uten å logge inn.',
  contents: 'Hva du finner',
  operations: {
    releases: 'alle utgivelser og versjoner, med filer og kontrollsummer',
    datasets: 'tabellene i den nyeste versjonen av hver utgivelse',
    table: 'en tabell som JSON-stat eller CSV',
    pxweb: 'de samme tabellene slik PxWebApi 2 gir dem, for verktøy som leser Statistikkbanken',
    openapi: 'alle adresser, parametre og svar beskrevet for programmer (OpenAPI 3.1)'
  },
  ids: 'Faste adresser',
  newest: 'gir alltid den nyeste versjonen.',
  lasting: 'gir alltid versjon 1. Bruk den når andre skal kunne etterprøve tallene dine.',
  inR: 'Eksempel i R',
  inPython: 'Eksempel i Python',
  signs: 'Når et tall mangler',
  signsLead: 'Verdien er da tom, og status sier hvorfor.',
  hidden: 'vises ikke av hensyn til personvern',
  missing: 'ingen har svart for området',
  notApplicable: 'tallet finnes ikke',
  rules: 'Regler',
  limit: (most: number, minutes: number) => `Du kan spørre ${most} ganger på ${minutes} minutter fra samme adresse.`,
  cache: 'Svarene har ETag. Send den tilbake i If-None-Match, så får du svaret på nytt bare når det er endret.',
  stability:
    'Adresser, navn og koder i v1 blir ikke endret eller fjernet. Det kan komme nye felt: hopp over dem du ikke kjenner.',
  licence: 'Tallene kan brukes fritt etter',
  refusals: {
    unknown_parameter: (parameter: string, value: string) =>
      `Parameteren «${parameter}» med verdien «${value}» finnes ikke her.`,
    bad_value: (parameter: string, value: string) => `Parameteren «${parameter}» kan ikke ha verdien «${value}».`,
    repeated: (parameter: string, value: string) =>
      `Parameteren «${parameter}» står mer enn én gang, sist med verdien «${value}».`,
    not_found: (parameter: string, value: string) => `Ingenting er publisert der «${parameter}» er «${value}».`,
    not_acceptable: (parameter: string, value: string) =>
      `Svaret finnes ikke i noe av det som «${parameter}» ber om: «${value}».`,
    no_method: (_parameter: string, value: string) => `Her kan du bare lese: «${value}» finnes ikke.`,
    too_many: (seconds: number) => `Du har spurt for mange ganger. Prøv igjen om ${seconds} sekunder.`
  }
};
