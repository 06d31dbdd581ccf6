import type { ReleaseContent } from './release-content.ts';
import { secureAddress } from './web-address.ts';

/** What looks like the address of a page in running text: what follows it of punctuation is not of it. */
const written = /(?:https?:\/\/|www\.)\S+/gi;
const trailing = /[.,;:!?)\]»"']+$/;

/** Addresses in what a release says in words that lead nowhere as they are written, each once. */
export function brokenAddresses({ sentences, footnotes, note, title, estimates }: ReleaseContent): string[] {
  const texts = [
    ...[title.nb, title.nn, note ?? ''],
    ...[...sentences.nb, ...sentences.nn].map(({ text }) => text),
    ...[...footnotes.nb, ...footnotes.nn],
    ...estimates.flatMap(({ outcome }) => (outcome.kind === 'interval' ? [outcome.reason] : []))
  ];
  const found = texts.flatMap((text) => text.match(written) ?? []).map((address) => address.replace(trailing, ''));
  return [...new Set(found)].filter((address) => secureAddress(address) === null);
}
