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
    'Arkivar; Administrator; Landet; Rolle; Alle roller; Sider; Neste side; Innlogging; Trekk tilbake; Angre',
    'Avslutt alle økter; Send invitasjonen på nytt; Avslutt alle økter for alle; Logg inn og ta imot; Ta imot',
    'Ny sluttdato; Lagre sluttdatoen; Erstatt og send invitasjonen; deg; Du er invitert til Regionspeil; Du har fått:',
    'Tilbake til invitasjonen; Du har fått tilgang til Regionspeil',
    'Send på nytt'
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
  'people.grantFor',
  'people.until',
  'people.units.county',
  'people.units.municipality',
  'people.list.lastSignedIn',
  'people.list.page',
  'people.person.replace',
  'people.person.accepted',
  'people.person.declined',
  'people.person.newEndFor',
  'people.invitation.for'
]);
