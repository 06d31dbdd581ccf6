import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boundFigures, type BoundFigure } from '#lib/domain/bound-text/bound-figure.ts';
import { problemsOf } from '#lib/domain/bound-text/sentence-check.ts';
import { figureForms, partsOf, sentencesIn, writtenFigure } from '#lib/domain/bound-text/sentence-part.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { problemSentence } from '#lib/i18n/sentence-problem.ts';
import { releasedRegion, signedEstimate, withHidden } from '../support/released-region.ts';

const questionnaire = parseQuestionnaire(
  JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8')) as unknown
);
const figuresOf = (content: ReleaseContent) => boundFigures(content, questionnaire);
const figures = figuresOf({ ...releasedRegion, estimates: [signedEstimate] });

function write(sentence: string, language: Language = 'nb', known: readonly BoundFigure[] = figures) {
  return writeSentence(partsOf(sentence, known, language), language).text;
}

describe('a sentence with figures', () => {
  it('is written with their values, units and bases', () => {
    expect(write('De mottok {mottatte saker}.')).toBe('De mottok 71 saker.');
    expect(write('{informasjon på nettsiden: planlagt|ord} har planer.')).toBe('Ti kommuner har planer.');
    expect(write('{saker med person under 18 år|andel} av de mottatte')).toBe('32\u00a0% av de mottatte');
    expect(write('{mottatte saker|grunnlag} har svart')).toBe('42 av 66 kommuner har svart');
    expect(write('Trolig {anslag for mottatte saker}')).toBe('Trolig mellom 73 og 97 saker');
    expect(write('{kommunar som ikkje har svart}', 'nn')).toBe('24 kommunar');
  });

  it('names what it may not show, and keeps what it does not know', () => {
    const hidden = figuresOf(withHidden('cases_under_18'));
    expect(write('{saker med person under 18 år} av alle', 'nb', hidden)).toBe('[skjermet] av alle');
    expect(write('{noe annet} her')).toBe('{noe annet} her');
  });

  it('tells which released figures it was made from', () => {
    const { figures: keys } = writeSentence(partsOf('{kommuner som har svart}', figures, 'nb'), 'nb');
    expect(keys).toEqual([
      'answer_status=answered|korus_region:sor|count',
      'answer_status=covered_by_host|korus_region:sor|count'
    ]);
  });

  it.each(languages)('reads in %s every figure in every form as it writes it', (language) => {
    for (const figure of figures) {
      for (const form of figureForms) {
        const [part] = partsOf(writtenFigure(figure, form, language), figures, language);
        expect(part).toEqual({ kind: 'figure', figure, form });
      }
    }
  });
});

describe.each(languages)('the sentences to begin with, in %s', (language) => {
  const { template } = messagesIn(language).boundText;

  it('are five, and right', () => {
    expect(template).toHaveLength(5);
    const found = template.flatMap((sentence) => problemsOf(partsOf(sentence, figures, language), figures));
    expect(found).toEqual([]);
  });

  it('hold no figure that is typed', () => {
    expect(template.map((sentence) => write(sentence, language))).toMatchSnapshot();
  });
});

describe('what is the matter', () => {
  it.each([
    [
      'Av 66 kommuner har 42 svart, og 22 har ikke svart.',
      'Det står 22, men dataene sier 24 kommuner (kommuner som ikke har svart).'
    ],
    ['De har behandlet {mottatte saker}.', 'Setningen sier «behandlede saker», men tallet i den er mottatte saker.'],
    ['De mottok {mottatte saker|tall} personer.', 'Tallet teller saker, ikke personer.'],
    ['Det kom {noe}.', 'Ingen av tallene her heter «noe». Velg det fra listen over tall.']
  ])('%s', (sentence, told) => {
    const problems = problemsOf(partsOf(sentence, figures, 'nb'), figures);
    expect(problems.map((problem) => problemSentence(problem, 'nb'))).toContain(told);
  });
});

describe('a text', () => {
  it('has one sentence a line', () => {
    expect(sentencesIn('Først.\r\n\n  Så. \n')).toEqual(['Først.', 'Så.']);
  });
});
