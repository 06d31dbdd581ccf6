import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boundFigures } from '#lib/domain/bound-text/bound-figure.ts';
import { problemsOf } from '#lib/domain/bound-text/sentence-check.ts';
import { partsOf } from '#lib/domain/bound-text/sentence-part.ts';
import type { Language } from '#lib/domain/language.ts';
import { parsePublishedFacts } from '#lib/domain/published-fact.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { releasedRegion, signedEstimate, withHidden } from '../../support/released-region.ts';

const questionnaire = parseQuestionnaire(
  JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8')) as unknown
);
const facts = parsePublishedFacts(readFileSync('data/facts.csv', 'utf8'));
const quoteOf = (id: string) => facts.find((fact) => fact.id === id)?.quote ?? '';

function check(sentence: string, content: ReleaseContent = releasedRegion, language: Language = 'nb') {
  const figures = boundFigures(content, questionnaire);
  return problemsOf(partsOf(sentence, figures, language), figures);
}

/** What is the matter in short: its kind, and the value that the figures have. */
function told(sentence: string, content?: ReleaseContent, language?: Language) {
  return check(sentence, content, language).map((problem) => {
    const figure = 'figure' in problem ? problem.figure : null;
    return [problem.weight, problem.kind, ...(figure ? [figure.subject] : [])].join(' ');
  });
}

describe('the article of 4 September 2024, held against its own figures', () => {
  it.each([
    ['S01', ['loose typed expected']],
    ['S02', ['loose typed answered']],
    ['S03', ['wrong contradicts not_answered']],
    ['S04', ['loose typed cases_received']],
    ['S05', ['loose typed cases_handled']],
    ['S06', ['loose typed cases_under_18']],
    ['S07', ['wrong no_estimate']],
    ['S08', ['wrong contradicts cases_handled']],
    ['S09', ['loose typed web_info=yes']],
    ['S10', ['loose typed web_info=planned']],
    ['S11', ['loose typed web_info=no']],
    ['S12', []]
  ])('%s', (id, expected) => {
    expect(told(quoteOf(id))).toEqual(expected);
  });

  it('turns red at "22 of 66" beside 42', () => {
    const sentence = 'Av 66 kommuner har 42 svart, og 22 har ikke svart.';
    expect(told(sentence)).toEqual(['loose typed expected', 'loose typed answered', 'wrong contradicts not_answered']);
    expect(check(sentence)[2]).toMatchObject({ written: '22', figure: { value: 24 } });
  });

  it('can be written again, correctly, with figures of the release', () => {
    const sentences = [
      'Region Sør består av {kommuner i runden}. Av disse har {kommuner som har svart|tall} svart, {kommuner som ikke har svart|tall} har ikke svart.',
      'Til sammen har enhetene mottatt {mottatte saker} fra påtalemyndighetene.',
      'Av disse er {behandlede saker|tall} behandlet.',
      'Ser vi nærmere på tallene, gjelder {saker med person under 18 år|tall} av sakene unge under 18 år, altså {saker med person under 18 år|andel} av de mottatte.',
      'Det er grunn til å anta at det reelle tallet er {anslag for mottatte saker}.',
      '{informasjon på nettsiden: ja|ord} har informasjon på nettsiden, {informasjon på nettsiden: planlagt|ord} har planer og {informasjon på nettsiden: nei|ord} har ikke lagt ut informasjon.'
    ];
    const content = { ...releasedRegion, estimates: [signedEstimate] };
    expect(sentences.flatMap((sentence) => told(sentence, content))).toEqual([]);
  });
});

describe('a bound figure', () => {
  it('must be one there is, and may be shown', () => {
    expect(told('Det kom {saker vi husker}.')).toEqual(['wrong unknown_figure']);
    expect(told('De mottok {mottatte saker}.', withHidden('cases_received'))).toEqual([
      'wrong hidden_figure cases_received'
    ]);
    expect(told('De mottok {mottatte saker|andel}.')).toEqual(['wrong form_not_there cases_received']);
  });

  it('is not said to be another: handled is not received', () => {
    expect(told('Enhetene har behandlet {mottatte saker}.')).toEqual(['wrong other_subject cases_received']);
    expect(told('Av {mottatte saker} er {behandlede saker|tall} behandlet.')).toEqual([]);
  });

  it('is not said of persons when it counts cases', () => {
    expect(told('De mottok {mottatte saker|tall} personer.')).toEqual(['wrong other_unit']);
    expect(told('Dei tok imot {mottekne saker|tal} saker.', releasedRegion, 'nn')).toEqual([]);
  });

  it('says what a share is of', () => {
    expect(told('Det er {saker med person under 18 år|andel} av de mottatte.')).toEqual([]);
    expect(told('De under 18 år var {saker med person under 18 år|andel}.')).toEqual([
      'loose share_without_base cases_under_18'
    ]);
  });

  it('is not an estimate when it was counted', () => {
    expect(told('Det reelle tallet er trolig {mottatte saker}.')).toEqual(['wrong other_subject cases_received']);
  });
});

describe('a typed number', () => {
  it.each([
    ['Nesten 65 saker er behandlet.', ['loose typed cases_handled']],
    ['Nesten 80 saker er behandlet.', ['wrong contradicts cases_handled']],
    ['Over 60 saker er behandlet.', ['loose typed cases_handled']],
    ['Over 63 saker er behandlet.', ['loose typed cases_handled']],
    ['Om lag 90 saker er mottatt.', ['wrong contradicts cases_received']],
    ['Vi ringte 12 av dem.', ['loose typed']]
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it('is held against the interval where the words say estimate', () => {
    const content = { ...releasedRegion, estimates: [signedEstimate] };
    expect(told('Vi anslår 80 saker.', content)).toEqual(['loose typed estimate=cases_received']);
    expect(told('Vi anslår 120 saker.', content)).toEqual(['wrong contradicts estimate=cases_received']);
  });

  it('gives away nothing of a hidden figure: any number is refused in the same words', () => {
    const hidden = withHidden('cases_under_18');
    for (const number of [0, 3, 23, 71]) {
      expect(told(`De gjaldt ${number} saker med mindreårige.`, hidden)).toEqual([
        'wrong hidden_figure cases_under_18'
      ]);
    }
  });

  it('is of the right base', () => {
    expect(told('17 av 66 kommuner har informasjon på nettsiden.')).toEqual([
      'loose typed web_info=yes',
      'loose typed',
      'wrong other_base answered'
    ]);
    expect(told('22 av 66 har ikke svart.')).toContain('wrong contradicts not_answered');
    expect(told('17 av 42 har informasjon på nettsiden.')).not.toContain('wrong other_base answered');
  });
});

describe('the answers to one question', () => {
  const sentence =
    'Av {kommuner som har svart} sier {informasjon på nettsiden: ja|tall} ja, {informasjon på nettsiden: planlagt|tall} at de planlegger og {informasjon på nettsiden: nei|tall} nei.';

  it('are all of those who answered, or the sentence says too little', () => {
    expect(told(sentence)).toEqual([]);
    const one = releasedRegion.figures.map((figure) => (figure.category === 'no' ? { ...figure, value: 14 } : figure));
    expect(check(sentence, { ...releasedRegion, figures: one })).toMatchObject([{ kind: 'parts_leave', rest: 1 }]);
  });
});
