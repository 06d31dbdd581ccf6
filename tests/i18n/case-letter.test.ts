import { describe, expect, it } from 'vitest';
import { letterLanguages, tellingWords } from '#lib/domain/case/dispatch.ts';
import { noticeKinds } from '#lib/domain/case/case-file.ts';
import {
  caseLetterText,
  letterMoment,
  noticeLetter,
  reminderText,
  summonsLetter
} from '#lib/i18n/case-letter/letter.ts';
import { nb } from '#lib/i18n/case-letter/nb.ts';
import { nn } from '#lib/i18n/case-letter/nn.ts';
import { noticeFacts, summonsFacts } from '../support/letter-facts.ts';

const given = {
  letterTitle: ['Kristiansand kommune'],
  reminder: ['torsdag 3. desember', 'Kristiansand kommune', '38']
};

describe.each(letterLanguages)('what stands outside in %s', (language) => {
  const { outside } = caseLetterText(language);

  it.each(Object.entries(outside))('tells nothing of what it is about: %s', (name, text) => {
    const values = name === 'reminder' ? given.reminder : given.letterTitle;
    const shown = typeof text === 'string' ? text : (text as (...values: string[]) => string)(...values);
    expect(shown).not.toMatch(tellingWords);
    expect(shown).not.toContain('undefined');
  });

  it('is a file name of plain letters, and an SMS of one part or two', () => {
    const names = [outside.letterFile, outside.noticeFile, outside.calendarFile];
    for (const name of names) expect(name).toMatch(/^[a-z]+\.(pdf|ics)$/);
    expect(reminderText(summonsFacts, language).length).toBeLessThanOrEqual(306);
  });

  it('is the title of every letter and notice', () => {
    const titles = [
      summonsLetter(summonsFacts, language).title,
      ...noticeKinds.map((kind) => noticeLetter({ ...noticeFacts, kind }, language).title)
    ];
    for (const title of titles) {
      expect(title).not.toMatch(tellingWords);
      expect(title).not.toMatch(/Oppdiktet|2026\/7|12345/);
    }
  });
});

describe.each(letterLanguages)('a letter in %s', (language) => {
  it('says when, where, whom, why, and what happens when one does not come', () => {
    const letter = summonsLetter(summonsFacts, language);
    const said = JSON.stringify(letter);
    for (const part of [
      '10',
      'Torvet 1, rom 2',
      'Kari Oppdiktet',
      '2026/7',
      'straffeloven § 37 bokstav j',
      '38 00 00 00'
    ]) {
      expect(said).toContain(part);
    }
    expect(letter.parts.length).toBe(4);
    expect(said).not.toMatch(/undefined|null|\[object/);
  });

  it('names no unit where an envelope has its window', () => {
    const { sender, receiver, date } = summonsLetter(summonsFacts, language);
    for (const line of [...sender, ...receiver, date]) expect(line).not.toMatch(tellingWords);
  });

  it('that is the second says that the first time was not kept, and under 18 whom one may bring', () => {
    const first = summonsLetter(summonsFacts, language);
    const facts = { ...summonsFacts, missedAt: new Date('2026-11-20T09:00:00Z'), isUnder18: true };
    const second = summonsLetter(facts, language);
    expect(second.heading).not.toBe(first.heading);
    expect(second.opening.length).toBe(2);
    expect(JSON.stringify(second.parts)).toContain('18');
    expect(JSON.stringify(first.parts)).not.toContain('18');
  });

  it.each(noticeKinds)('to the prosecution says what it is about and what is asked: %s', (kind) => {
    const letter = noticeLetter({ ...noticeFacts, kind }, language);
    expect(letter.facts.length).toBe(5);
    expect(letter.opening[0]?.length).toBeGreaterThan(20);
    expect(letter.parts.length).toBe(['positive_test', 'attended'].includes(kind) ? 0 : 1);
  });
});

it('moments are Norwegian time in every language', () => {
  const at = new Date('2026-12-03T09:00:00Z');
  expect(letterLanguages.map((language) => letterMoment(at, language))).toEqual([
    'torsdag 3. desember 2026 kl. 10.00',
    'torsdag 3. desember 2026 kl. 10.00',
    'Thursday 3 December 2026 at 10:00'
  ]);
});

it('the nynorsk is written in its own words', () => {
  const sentences = (text: typeof nb) => Object.entries(text.summons).filter(([, one]) => typeof one === 'string');
  const same = sentences(nb).filter(([name, one]) =>
    Object.entries(nn.summons).some(([n, o]) => n === name && o === one)
  );
  expect(same.map(([name]) => name).sort()).toEqual(['heading', 'once', 'reference', 'secondHeading', 'there', 'when']);
});
