/** A municipality's answer in a round, as someone who has signed in addresses it: `sor-2024.4223`. */
export type AnswerAddress = { roundId: string; municipalityNo: string };

/** The answer that the last part of an address names, or null: the token of a link has no full stop in it. */
export function readAnswerAddress(text: string): AnswerAddress | null {
  const [, roundId, municipalityNo] = /^([a-z0-9-]+)\.(\d{4})$/.exec(text) ?? [];
  return roundId && municipalityNo ? { roundId, municipalityNo } : null;
}

/** The address itself. */
export function answerAddress({ roundId, municipalityNo }: AnswerAddress): string {
  return `${roundId}.${municipalityNo}`;
}
