import type { ConditionStanding } from '#lib/domain/case/case-archive.ts';
import type { Condition, NoticeKind } from '#lib/domain/case/case-file.ts';
import type { DispatchKind, DispatchState } from '#lib/domain/case/dispatch.ts';

const condition: Record<Condition['kind'], (required: number) => string> = {
  attendance: (required) => (required === 1 ? '1 møte' : `${required} møter`),
  testing: (required) => (required === 1 ? '1 prøve' : `${required} prøver`)
};
const standing: Record<ConditionStanding, string> = {
  replaced: 'erstattet av en nyere versjon',
  withdrawn: 'trukket',
  expired: 'utløpt',
  coming: 'gjelder ikke ennå',
  holds: 'gjelder'
};
const message: Record<DispatchKind, string> = {
  summons: 'Innkalling',
  second_summons: 'Ny innkalling',
  guardian_copy: 'Kopi til foresatt',
  notice: 'Melding til påtalemyndigheten',
  reminder: 'SMS om avtalen'
};
const messageState: Record<DispatchState, string> = {
  queued: 'ikke sendt',
  sending: 'på vei',
  accepted: 'sendt',
  delivered: 'framme',
  failed: 'kom ikke fram',
  handed_over: 'gitt for hånd',
  cancelled: 'trukket før den ble sendt'
};
const notice: Record<NoticeKind, string> = {
  unclear_condition: 'Vilkåret er uklart',
  wrong_municipality: 'Feil kommune',
  no_show: 'Ikke møtt',
  test_not_given: 'Prøve ikke avgitt',
  positive_test: 'Resultat etter avtale',
  attended: 'Møtt'
};

/** The archive package of a case, and what is recorded in its history in words. */
export const caseArchive = {
  title: 'Arkivpakke',
  link: 'Last ned arkivpakken',
  lead: 'Pakken er en ZIP-fil med alt registeret har om saken. Legg den i arkivet til kommunen, og skriv referansen fra arkivet i saken etterpå.',
  seen: 'Nedlastingen blir ført i oversikten over hvem som har sett saken.',
  contents: 'Dette er i pakken',
  content: {
    record: 'Utskrift av saken: hvem den gjelder, vilkårene i alle versjoner, historikken og meldingene (PDF/A)',
    documents: (files: number) =>
      files === 1 ? '1 fil som kom fra påtalemyndigheten' : `${files} filer som kom fra påtalemyndigheten`,
    letters: (files: number) =>
      files === 1 ? '1 brev eller melding, slik det ble sendt' : `${files} brev og meldinger, slik de ble sendt`,
    noLetters: 'Ingen brev: det som er skrevet utenfor registeret, må arkivet hente der det ligger',
    metadata: 'Beskrivelsen av saken etter Noark 5 (arkivstruktur.xml)',
    manifest: 'Kontrollsummer for alle filene (manifest-sha256.txt)'
  },
  download: 'Last ned pakken',
  notClosed: 'Saken må avsluttes før den kan arkiveres.',
  made: 'Pakker som er laget',
  madeLine: (moment: string, name: string, documents: number) =>
    `${moment}, ${name}: ${documents === 1 ? '1 dokument' : `${documents} dokumenter`}`,
  none: 'Ingen har lastet ned pakken ennå.',
  checksum: 'Kontrollsum (SHA-256)',
  back: 'Tilbake til saken',
  record: {
    title: 'Utskrift av sak',
    heading: (number: number, year: number) => `Sak ${number}/${year}`,
    lead: (unit: string) =>
      `Alt saksregisteret til ${unit} hadde om saken da den ble tatt ut. Registeret har ingen opplysninger om helse.`,
    exported: 'Tatt ut',
    conditions: 'Vilkår',
    conditionHeads: ['Vilkår', 'Status', 'Ført'],
    history: 'Historikk',
    historyHeads: ['Når', 'Hva', 'Av', 'Ført med'],
    notices: 'Meldinger til påtalemyndigheten',
    noticeHeads: ['Melding', 'Laget', 'Sendt'],
    messages: 'Brev og SMS',
    messageHeads: ['Hva', 'Laget', 'Status', 'Filer'],
    noCondition: 'Ingen vilkår er ført.',
    noNotice: 'Ingen meldinger.',
    noMessage: 'Ingen brev eller SMS er sendt fra registeret.',
    notSent: 'ikke sendt',
    confirmed: (name: string) => `bekreftet av ${name}`,
    page: (page: number, pages: number) => `Side ${page} av ${pages}`
  },
  noark: {
    archive: (unit: string) => `Saksregisteret, ${unit}`,
    series: 'Saker om rådgivende enhet for russaker',
    file: (number: number, year: number) => `Sak ${number}/${year}`,
    publicFile: 'Oppfølging av person',
    partRole: 'Den saken gjelder',
    referral: 'Henvisning fra påtalemyndigheten',
    answer: 'Svar fra påtalemyndigheten',
    prosecution: 'Påtalemyndigheten',
    publicLetter: 'Brev',
    publicNote: 'Notat'
  },
  condition,
  standing,
  message,
  messageState,
  notice,
  period: (from: string, until: string) => `${from} – ${until}`,
  recorded: {
    meetingBy: (day: string) => `frist for møtet ${day}`,
    meetingAt: (moment: string) => `møte ${moment}`,
    testAt: (moment: string) => `prøve ${moment}`,
    sentOn: (day: string) => `sendt ${day}`,
    archiveDay: (day: string) => `dato ${day}`,
    archiveReference: (reference: string) => `referanse ${reference}`,
    laboratory: (name: string) => `laboratorium ${name}`,
    toMunicipality: (municipality: string) => `til ${municipality}`,
    identityChecked: 'legitimasjon sjekket',
    informed: 'generell informasjon gitt',
    hasAnswer: 'svaret er lagt ved',
    answerReference: (reference: string) => `svaret ligger i arkivet, referanse ${reference}`,
    checks: 'hele prosedyren fulgt',
    hold: 'sperret for sletting',
    noHold: 'sperren opphevet',
    withdrawn: (condition: string) => `${condition}: trukket`
  }
};
