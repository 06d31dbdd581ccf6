import { describe, expect, test } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { nb } from '#lib/i18n/nb.ts';
import { nn } from '#lib/i18n/nn.ts';
import { leavesOf, sentencesOf, type Leaves } from './leaves.ts';
import { sameSentences, sameTexts } from './same-in-both.ts';

const leaves = { nb: leavesOf(nb), nn: leavesOf(nn) };
const foreign = {
  nb: 'eg me ho dei dykk dykkar ein ei eit éin éi eitt ikkje kva kven kvar frå noko nokon enno vart sjå veit',
  nn: 'jeg dere deres en et én ett ikke hva hvem hvor hvis fra noe noen ennå ble bare selv se vet henne mail lenken'
};

test('nynorsk says everything that bokmål says, with the same arguments', () => {
  const shape = (all: Leaves) =>
    [...all].map(([path, leaf]) => `${path}: ${typeof leaf === 'string' ? 'text' : `takes ${leaf.length}`}`);
  expect(shape(leaves.nn).sort()).toEqual(shape(leaves.nb).sort());
});

test('no text of nynorsk is a bokmål one left behind', () => {
  const same = [...leaves.nn.keys()].filter((path) => {
    const [bokmål, nynorsk] = [sentencesOf(leaves.nb, path), sentencesOf(leaves.nn, path)];
    const isListed =
      sameSentences.has(path.replace('.publishedRound', '')) || nynorsk.every((sentence) => sameTexts.has(sentence));
    return !isListed && bokmål.join('\n') === nynorsk.join('\n');
  });
  expect(same).toEqual([]);
});

test('everything listed as the same in both is still in use', () => {
  const texts = new Set([...leaves.nn.values()]);
  expect([...sameTexts].filter((text) => !texts.has(text))).toEqual([]);
  expect([...sameSentences].filter((path) => !leaves.nn.has(path))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  test('every text is a whole one', () => {
    const broken = [...leaves[language].keys()].flatMap((path) =>
      sentencesOf(leaves[language], path)
        .filter((sentence) => sentence.trim() === '' || /undefined|NaN|\[object| {2}/.test(sentence))
        .map((sentence) => `${path}: ${sentence}`)
    );
    expect(broken).toEqual([]);
  });

  test('no word of the other language', () => {
    const words = new Set(foreign[language].split(' '));
    const found = [...leaves[language].keys()].flatMap((path) =>
      sentencesOf(leaves[language], path)
        .filter((sentence) =>
          sentence
            .toLowerCase()
            .match(/[a-zæøåéò]+/g)
            ?.some((word) => words.has(word))
        )
        .map((sentence) => `${path}: ${sentence}`)
    );
    expect(found).toEqual([]);
  });

  test('no subject of a mail says what it is about to who sees it over a shoulder', () => {
    const subjects = [...leaves[language].keys()].filter((path) => /subject$/i.test(path));
    expect(subjects.length).toBeGreaterThanOrEqual(5);
    const told = subjects
      .flatMap((path) => sentencesOf(leaves[language], path))
      .filter((subject) => /rus|narkotika|politi|påtale|straff|sak/i.test(subject));
    expect(told).toEqual([]);
  });

  test('the messages are those of the language', () => {
    expect(messagesIn(language)).toBe({ nb, nn }[language]);
  });
});

describe('sentences agree with their counts', () => {
  test.each([
    [0, 'Ingen av ingen kommuner har svart', 'Ingen av ingen kommunar har svart'],
    [1, 'Én av én kommune har svart', 'Éin av éin kommune har svart'],
    [2, 'To av to kommuner har svart', 'To av to kommunar har svart'],
    [12, 'Tolv av tolv kommuner har svart', 'Tolv av tolv kommunar har svart'],
    [13, '13 av 13 kommuner har svart', '13 av 13 kommunar har svart']
  ])('%d municipalities', (count, bokmål, nynorsk) => {
    expect(nb.statistics.findings.answered(count, count)).toBe(bokmål);
    expect(nn.statistics.findings.answered(count, count)).toBe(nynorsk);
  });

  test.each([
    [0, 1, 'Én kommune har ikke mottatt noen saker', 'Éin kommune har ikkje motteke nokon saker'],
    [1, 1, 'Én kommune har mottatt én sak', 'Éin kommune har motteke éi sak'],
    [1, 2, 'To kommuner har mottatt én sak til sammen', 'To kommunar har motteke éi sak til saman'],
    [71, 12, 'Tolv kommuner har mottatt 71 saker til sammen', 'Tolv kommunar har motteke 71 saker til saman']
  ])('%d cases in %d municipalities', (cases, reported, bokmål, nynorsk) => {
    expect(nb.statistics.findings.received(cases, reported)).toBe(bokmål);
    expect(nn.statistics.findings.received(cases, reported)).toBe(nynorsk);
  });

  test.each([
    [0, 13, 'Ingen av 13 enheter er organisert under helse', 'Ingen av 13 einingar er organiserte under helse'],
    [1, 1, 'Én av én enhet er organisert under helse', 'Éi av éi eining er organisert under helse'],
    [2, 12, 'To av tolv enheter er organisert under helse', 'To av tolv einingar er organiserte under helse']
  ])('%d of %d units', (count, answered, bokmål, nynorsk) => {
    expect(nb.statistics.findings.category(count, answered, 'Helse')).toBe(bokmål);
    expect(nn.statistics.findings.category(count, answered, 'Helse')).toBe(nynorsk);
  });

  test.each([
    [1, 'Ett nytt svar siden du åpnet siden', 'Eitt nytt svar sidan du opna sida'],
    [2, 'To nye svar siden du åpnet siden', 'To nye svar sidan du opna sida'],
    [13, '13 nye svar siden du åpnet siden', '13 nye svar sidan du opna sida']
  ])('%d new answers', (count, bokmål, nynorsk) => {
    expect(nb.round.newAnswers(count)).toBe(bokmål);
    expect(nn.round.newAnswers(count)).toBe(nynorsk);
  });

  test.each([
    [2, '2 dager igjen', '2 dagar att'],
    [1, '1 dag igjen', '1 dag att'],
    [0, 'Fristen er i dag', 'Svarfristen er i dag'],
    [-1, 'Fristen gikk ut for 1 dag siden', 'Svarfristen gjekk ut for 1 dag sidan'],
    [-2, 'Fristen gikk ut for 2 dager siden', 'Svarfristen gjekk ut for 2 dagar sidan']
  ])('%d days left', (days, bokmål, nynorsk) => {
    expect(nb.round.daysLeft(days)).toBe(bokmål);
    expect(nn.round.daysLeft(days)).toBe(nynorsk);
  });

  test.each([
    [1, 'Rett opp én feil', 'Rett opp éin feil'],
    [2, 'Rett opp to feil', 'Rett opp to feil'],
    [13, 'Rett opp 13 feil', 'Rett opp 13 feil']
  ])('%d mistakes', (count, bokmål, nynorsk) => {
    expect(nb.answer.problems(count)).toBe(bokmål);
    expect(nn.answer.problems(count)).toBe(nynorsk);
  });

  test.each([
    ['nb', 'én kommune', 'kommuner'],
    ['nn', 'éin kommune', 'kommunar']
  ] as const)('one and many municipalities in %s', (language, one, many) => {
    const { statistics, round } = messagesIn(language);
    const figures = one.replace(/^\S+/, '1');
    expect(statistics.base(1, 1)).toBe(`1 av ${figures}`);
    expect(statistics.base(1, 66)).toBe(`1 av 66 ${many}`);
    expect(round.answeredOf(1, 1)).toContain(`av ${figures} har`);
    expect(round.answeredOf(1, 2)).toContain(`av 2 ${many} har`);
    expect(statistics.municipalitiesLead(1)).toContain(figures);
    expect(statistics.findings.web(1, 1)).toContain(`av ${one} har`);
    expect(statistics.findings.web(1, 2)).toContain(`av to ${many} har`);
    expect(statistics.findings.statusMap(1).toLowerCase()).toContain(`${one} har`);
    expect(statistics.findings.webMap(1).toLowerCase()).toContain(`${one} planleg`);
  });
});
