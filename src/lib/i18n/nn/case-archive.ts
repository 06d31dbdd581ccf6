import type { ConditionStanding } from '#lib/domain/case/case-archive.ts';
import type { Condition, NoticeKind } from '#lib/domain/case/case-file.ts';
import type { DispatchKind, DispatchState } from '#lib/domain/case/dispatch.ts';
import type { caseArchive as nb } from '#lib/i18n/nb/case-archive.ts';

const condition: Record<Condition['kind'], (required: number) => string> = {
  attendance: (required) => (required === 1 ? '1 møte' : `${required} møte`),
  testing: (required) => (required === 1 ? '1 prøve' : `${required} prøver`)
};
const standing: Record<ConditionStanding, string> = {
  replaced: 'erstatta av ein nyare versjon',
  withdrawn: 'trekt',
  expired: 'gått ut',
  coming: 'gjeld ikkje enno',
  holds: 'gjeld'
};
const message: Record<DispatchKind, string> = {
  summons: 'Innkalling',
  second_summons: 'Ny innkalling',
  guardian_copy: 'Kopi til føresett',
  notice: 'Melding til påtalemakta',
  reminder: 'SMS om avtalen'
};
const messageState: Record<DispatchState, string> = {
  queued: 'ikkje send',
  sending: 'på veg',
  accepted: 'send',
  delivered: 'framme',
  failed: 'kom ikkje fram',
  handed_over: 'gjeve for hand',
  cancelled: 'trekt før ho vart send'
};
const notice: Record<NoticeKind, string> = {
  unclear_condition: 'Vilkåret er uklart',
  wrong_municipality: 'Feil kommune',
  no_show: 'Ikkje møtt',
  test_not_given: 'Prøve ikkje gjeven',
  positive_test: 'Resultat etter avtale',
  attended: 'Møtt'
};

export const caseArchive: typeof nb = {
  title: 'Arkivpakke',
  link: 'Last ned arkivpakka',
  lead: 'Pakka er ei ZIP-fil med alt registeret har om saka. Legg ho i arkivet til kommunen, og skriv referansen frå arkivet i saka etterpå.',
  seen: 'Nedlastinga blir ført i oversynet over kven som har sett saka.',
  contents: 'Dette er i pakka',
  content: {
    record: 'Utskrift av saka: kven ho gjeld, vilkåra i alle versjonar, historikken og meldingane (PDF/A)',
    documents: (files) => (files === 1 ? '1 fil som kom frå påtalemakta' : `${files} filer som kom frå påtalemakta`),
    letters: (files) =>
      files === 1 ? '1 brev eller melding, slik det vart sendt' : `${files} brev og meldingar, slik dei vart sende`,
    noLetters: 'Ingen brev: det som er skrive utanfor registeret, må arkivet hente der det ligg',
    metadata: 'Omtalen av saka etter Noark 5 (arkivstruktur.xml)',
    manifest: 'Kontrollsummar for alle filene (manifest-sha256.txt)'
  },
  download: 'Last ned pakka',
  notClosed: 'Saka må avsluttast før ho kan arkiverast.',
  made: 'Pakker som er laga',
  madeLine: (moment, name, documents) =>
    `${moment}, ${name}: ${documents === 1 ? '1 dokument' : `${documents} dokument`}`,
  none: 'Ingen har lasta ned pakka enno.',
  checksum: 'Kontrollsum (SHA-256)',
  back: 'Tilbake til saka',
  record: {
    title: 'Utskrift av sak',
    heading: (number, year) => `Sak ${number}/${year}`,
    lead: (unit) =>
      `Alt saksregisteret til ${unit} hadde om saka då ho vart teken ut. Registeret har ingen opplysningar om helse.`,
    exported: 'Teken ut',
    conditions: 'Vilkår',
    conditionHeads: ['Vilkår', 'Status', 'Ført'],
    history: 'Historikk',
    historyHeads: ['Når', 'Kva', 'Av', 'Ført med'],
    notices: 'Meldingar til påtalemakta',
    noticeHeads: ['Melding', 'Laga', 'Send'],
    messages: 'Brev og SMS',
    messageHeads: ['Kva', 'Laga', 'Status', 'Filer'],
    noCondition: 'Ingen vilkår er førte.',
    noNotice: 'Ingen meldingar.',
    noMessage: 'Ingen brev eller SMS er sende frå registeret.',
    notSent: 'ikkje send',
    confirmed: (name) => `stadfesta av ${name}`,
    page: (page, pages) => `Side ${page} av ${pages}`
  },
  noark: {
    archive: (unit) => `Saksregisteret, ${unit}`,
    series: 'Saker om rådgjevande eining for russaker',
    file: (number, year) => `Sak ${number}/${year}`,
    publicFile: 'Oppfølging av person',
    partRole: 'Den saka gjeld',
    referral: 'Tilvising frå påtalemakta',
    answer: 'Svar frå påtalemakta',
    prosecution: 'Påtalemakta',
    publicLetter: 'Brev',
    publicNote: 'Notat'
  },
  condition,
  standing,
  message,
  messageState,
  notice,
  period: (from, until) => `${from} – ${until}`,
  recorded: {
    meetingBy: (day) => `frist for møtet ${day}`,
    meetingAt: (moment) => `møte ${moment}`,
    testAt: (moment) => `prøve ${moment}`,
    sentOn: (day) => `send ${day}`,
    archiveDay: (day) => `dato ${day}`,
    archiveReference: (reference) => `referanse ${reference}`,
    laboratory: (name) => `laboratorium ${name}`,
    toMunicipality: (municipality) => `til ${municipality}`,
    identityChecked: 'legitimasjon sjekka',
    informed: 'generell informasjon gjeven',
    hasAnswer: 'svaret er lagt ved saka',
    answerReference: (reference) => `svaret ligg i arkivet, referanse ${reference}`,
    checks: 'heile prosedyren følgd',
    hold: 'sperra for sletting',
    noHold: 'sperra oppheva',
    withdrawn: (condition) => `${condition}: trekt`
  }
};
