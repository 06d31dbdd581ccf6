import type { AgeBand } from '#lib/domain/case/case-file.ts';
import type { caseRemoval as nb } from '#lib/i18n/nb/case-removal.ts';

const bands: Record<AgeBand | 'none', string> = {
  '15_17': '15–17 år',
  '18_24': '18–24 år',
  '25_over': '25 år og over',
  none: 'alder ikkje kjend'
};

export const caseRemoval: typeof nb = {
  title: 'Sletta saker',
  link: 'Sletta saker',
  lead: 'Det som er att av kvar sak: når ho vart sletta, av kven, og kva som vart borte. Ingenting seier kven saka galdt.',
  none: 'Ingen saker er sletta enno.',
  heads: ['Sletta', 'Kommune', 'Avslutta som, alder', 'Kva som vart borte', 'Kven', 'I tryggingskopiar til'],
  bands,
  rows: ({ events, documents = 0, messages = 0, notices = 0 }) =>
    events === undefined
      ? 'ikkje talt'
      : `${events} i historikken, ${documents} dokument, ${messages} brev og SMS, ${notices} meldingar, og personen`,
  people: (proposed, confirmed) => `føreslått av ${proposed}, stadfesta av ${confirmed}`
};
