/** Texts that are written the same in bokmål and nynorsk. */
export const sameTexts = new Set(
  [
    'Regionspeil; Bokmål; Nynorsk; Språk; Logg inn; Logg ut; Logg inn i Regionspeil; Lenke til Regionspeil',
    'Statistikk; Kartlegging; Utboks; Utboksen er tom.; E-postadresse; Til; Sakene; Regionen; Gå til skjemaet',
    'Send inn; Send inn svaret; Send inn ny versjon; Send inn likevel; Sendt inn; Sendt inn av; Endre svaret',
    'Stemmer dette?; Kvittering; Kontrollsum; Kommune; Runde; Versjon; Fylke; Etter fylke; I alt; Alle; Vis; Vis alt',
    'Har svart; har svart; Alle har svart. Ingen å purre på.; Kontakt; ingen; ny; Kopiert; Svarlenke',
    'Spørsmål; Svar; Før; Tilbake til runden; på nett; importert; på telefon; Saker med person under 18 år',
    'Kategori; Område; Verdi; Status; vist; Her; Sitat; stemmer; uklart; Publisert; Det som er publisert før; brukt her',
    'Innsyn; Søk; Vis alle; Alt; Sett; Tilgang; Innlogging; E-post; Til og med; Last ned som CSV; Eldre; Sider',
    'systemet; demonstrasjonen; innlogging; oppstart; utboksen; arkivar; administrator; i demonstrasjonen; Rad',
    'med lenke på e-post; med felles innlogging; Tidspunkt (UTC); Adresse; Type aktør; Aktør; Handling; Endring (JSON)'
  ].flatMap((line) => line.split('; '))
);

/** Sentences of which everything but what they are given is the same in both. */
export const sameSentences = new Set([
  'answer.title',
  'answer.lead',
  'answer.periodDates',
  'answer.lastRound',
  'answer.problem.requiredText',
  'round.title',
  'round.share',
  'round.answeredTitle',
  'round.report.submitted',
  'round.report.versionNumber',
  'statistics.period',
  'statistics.chart.answeredOf',
  'statistics.chart.value',
  'statistics.chart.key',
  'statistics.chart.count',
  'statistics.chart.tile',
  'statistics.published.range',
  'audit.names.korus_region',
  'audit.names.county',
  'audit.names.municipality',
  'audit.found',
  'audit.row',
  'audit.hash',
  'audit.actions.person_added',
  'audit.systemDoing',
  'audit.roleUntil',
  'audit.readers.line'
]);
