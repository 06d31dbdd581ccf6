import type { Messages } from '#lib/i18n/nb.ts';
import { calculation, type CheckWords } from '#lib/i18n/nb/published.ts';

export const published: Messages['published'] = {
  metrics: {
    municipalities_in_region: 'Kommunar i regionen',
    municipalities_answered: 'Kommunar som har svart',
    municipalities_not_answered: 'Kommunar som ikkje har svart',
    cases_received: 'Mottekne saker',
    cases_handled: 'Behandla saker',
    cases_handled_lede: 'Behandla saker (i ingressen)',
    cases_under_18: 'Saker med person under 18 år',
    cases_estimated_all_municipalities: 'Overslag for alle kommunane',
    web_info_yes: 'Har informasjon på nettsida',
    web_info_planned: 'Planlegg informasjon på nettsida',
    web_info_no: 'Har ikkje informasjon på nettsida',
    organised_under_psykisk_helse_og_rus: 'Organiserte under psykisk helse og rus'
  },
  checks: {
    agreement: (words: CheckWords) => {
      if (words.relation === 'at_most') {
        return `${words.stated} ${words.statedLabel} er ikkje fleire enn ${words.computed} ${words.partLabels.join(' og ')}.`;
      }
      return `${calculation(words)} = ${words.computed}, som er det publiserte talet for ${words.statedLabel}.`;
    },
    contradiction: (words: CheckWords) => {
      if (words.relation === 'equal') {
        return `${words.stated} for ${words.statedLabel} stemmer ikkje med ${words.computed} for ${words.partLabels.join(' og ')}.`;
      }
      return `${calculation(words)} = ${words.computed}, men publisert er ${words.stated} for ${words.statedLabel}. Skilnaden er ${words.difference}.`;
    },
    different_unit: (words: CheckWords) =>
      `${words.stated} for ${words.statedLabel} tel noko anna enn ${words.parts.join(' og ')} for ${words.partLabels.join(' og ')}, og kan ikkje samanliknast.`,
    estimate: (words: CheckWords) =>
      `${words.stated} er eit overslag, ikkje ei teljing. Talt er ${words.computed} for ${words.partLabels.join(' og ')}.`,
    ambiguous_base: (words: CheckWords) =>
      `Det er ikkje sagt kva ${words.stated} for ${words.statedLabel} er ein del av: ${words.parts
        .map((part, index) => `av ${part} ${words.partLabels[index]} er det ${words.shares[index]}\u00a0%`)
        .join(', ')}.`
  }
};
