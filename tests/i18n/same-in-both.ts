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
    'Overfør svaret; Del med kollegaen; Svaret er overført; Tilbake til svaret; Kommunen har ingen kontakt.; Frist',
    'Svar for kommunen; Logg inn med kontoen du har fått tilgang med.; Logg inn med e-post; Prøv igjen; eller'
  ].flatMap((line) => line.split('; '))
);

/** Sentences of which everything but what they are given is the same in both. */
export const sameSentences = new Set([
  'contact.mail.subject',
  'provider.signInWith',
  'provider.numbered',
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
  'statistics.published.range'
]);
