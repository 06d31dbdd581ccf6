/** What a sentence about published figures is made from; all numbers are formatted. */
export type CheckWords = {
  relation: 'difference' | 'sum' | 'at_most' | 'equal' | 'share';
  stated: string;
  statedLabel: string;
  parts: string[];
  partLabels: string[];
  computed: string;
  difference: string;
  shares: string[];
};

/** The parts as they are added up or subtracted, "66 − 42". */
export const calculation = ({ relation, parts }: CheckWords) => parts.join(relation === 'difference' ? ' − ' : ' + ');

export const published = {
  metrics: {
    municipalities_in_region: 'Kommuner i regionen',
    municipalities_answered: 'Kommuner som har svart',
    municipalities_not_answered: 'Kommuner som ikke har svart',
    cases_received: 'Mottatte saker',
    cases_handled: 'Behandlede saker',
    cases_handled_lede: 'Behandlede saker (i ingressen)',
    cases_under_18: 'Saker med person under 18 år',
    cases_estimated_all_municipalities: 'Anslag for alle kommunene',
    web_info_yes: 'Har informasjon på nettsiden',
    web_info_planned: 'Planlegger informasjon på nettsiden',
    web_info_no: 'Har ikke informasjon på nettsiden',
    organised_under_psykisk_helse_og_rus: 'Organisert under psykisk helse og rus'
  },
  checks: {
    agreement: (words: CheckWords) => {
      if (words.relation === 'at_most') {
        return `${words.stated} ${words.statedLabel} er ikke flere enn ${words.computed} ${words.partLabels.join(' og ')}.`;
      }
      return `${calculation(words)} = ${words.computed}, som er det publiserte tallet for ${words.statedLabel}.`;
    },
    contradiction: (words: CheckWords) => {
      if (words.relation === 'equal') {
        return `${words.stated} for ${words.statedLabel} stemmer ikke med ${words.computed} for ${words.partLabels.join(' og ')}.`;
      }
      return `${calculation(words)} = ${words.computed}, men publisert er ${words.stated} for ${words.statedLabel}. Forskjellen er ${words.difference}.`;
    },
    different_unit: (words: CheckWords) =>
      `${words.stated} for ${words.statedLabel} teller noe annet enn ${words.parts.join(' og ')} for ${words.partLabels.join(' og ')}, og kan ikke sammenlignes.`,
    estimate: (words: CheckWords) =>
      `${words.stated} er et anslag, ikke en telling. Telt er ${words.computed} for ${words.partLabels.join(' og ')}.`,
    ambiguous_base: (words: CheckWords) =>
      `Det er ikke sagt hva ${words.stated} for ${words.statedLabel} er en del av: ${words.parts
        .map((part, index) => `av ${part} ${words.partLabels[index]} er det ${words.shares[index]}\u00a0%`)
        .join(', ')}.`
  }
};
