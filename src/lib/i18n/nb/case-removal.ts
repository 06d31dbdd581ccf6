import type { AgeBand } from '#lib/domain/case/case-file.ts';

type Removed = Partial<Record<'events' | 'documents' | 'messages' | 'notices', number>>;

const bands: Record<AgeBand | 'none', string> = {
  '15_17': '15–17 år',
  '18_24': '18–24 år',
  '25_over': '25 år og over',
  none: 'alder ikke kjent'
};

/** What was removed for good. */
export const caseRemoval = {
  title: 'Slettede saker',
  link: 'Slettede saker',
  lead: 'Det som er igjen av hver sak: når den ble slettet, av hvem, og hva som ble borte. Ingenting sier hvem saken gjaldt.',
  none: 'Ingen saker er slettet ennå.',
  heads: ['Slettet', 'Kommune', 'Avsluttet som, alder', 'Hva som ble borte', 'Hvem', 'I sikkerhetskopier til'],
  bands,
  rows: ({ events, documents = 0, messages = 0, notices = 0 }: Removed) =>
    events === undefined
      ? 'ikke talt'
      : `${events} i historikken, ${documents} dokumenter, ${messages} brev og SMS, ${notices} meldinger, og personen`,
  people: (proposed: string, confirmed: string) => `foreslått av ${proposed}, bekreftet av ${confirmed}`
};
