import { parseAnswers, statusField, type Fields } from './answer.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** A made-up form, and the hard checks that earlier attempts at it failed, as someone who types and then corrects. */
export type SyntheticForm = { fields: Fields; corrected: string[] };

const attempts = 8;

/** A made-up form of a municipality: the same seed gives the same form, and nearly all of them can be sent. */
export function syntheticForm(questionnaire: Questionnaire, seed: string): SyntheticForm {
  const corrected: string[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const fields = fieldsFrom(questionnaire, chanceOf(`${seed}/${attempt}`));
    const { problems } = parseAnswers(questionnaire, fields);
    if (problems.length === 0 || attempt === attempts - 1) return { fields, corrected };
    corrected.push(...problems.flatMap(({ check }) => check ?? []));
  }
}

function fieldsFrom(questionnaire: Questionnaire, chance: () => number): Fields {
  const fields: Fields = { [questionnaire.gate.key]: chance() < 0.35 ? 'none' : 'yes' };
  for (const question of questionnaire.questions) {
    if (!question.required && chance() < 0.2) continue;
    if (chance() < 0.04 && question.type !== 'choice') fields[statusField(question.key)] = 'dont_know';
    else fields[question.key] = valueOf(question, chance);
  }
  return fields;
}

function valueOf({ type, options = [] }: Question, chance: () => number): string {
  switch (type) {
    case 'count':
      return String(Math.floor(-1.6 * Math.log(1 - chance())));
    case 'choice':
      return options[Math.floor(chance() * options.length)]?.id ?? '';
    case 'text':
      return 'Syntetisk svar';
    case 'url':
      return 'https://kommune.example/radgivende-enhet';
    case 'month':
      return '2030-06';
  }
}

/** Numbers between 0 and 1 that follow from a text alone (FNV-1a, then mulberry32). */
export function chanceOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
