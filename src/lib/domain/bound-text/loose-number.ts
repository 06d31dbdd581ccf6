/** A number that somebody typed: its value, how it was written, and where it begins. */
export type LooseNumber = { value: number; written: string; at: number; isPerCent: boolean };

const small = [
  ...['null', null, 'to', 'tre', 'fire', 'fem', 'seks', 'sju|syv', 'åtte', 'ni', 'ti', 'elleve', 'tolv', 'tretten'],
  ...['fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten']
];
const tens = ['tjue', 'tretti', 'førti', 'femti', 'seksti', 'sytti', 'åtti', 'nitti'];
const ones = ['', 'en|én|ett', 'to', 'tre', 'fire', 'fem', 'seks', 'sju|syv', 'åtte', 'ni'];

const inWords = new Map<string, number>([
  ...small.flatMap((names, value) => (names?.split('|') ?? []).map((name) => [name, value] as const)),
  ...tens.flatMap((ten, index) =>
    ones.flatMap((names, one) => names.split('|').map((name) => [ten + name, (index + 2) * 10 + one] as const))
  ),
  ['hundre', 100]
]);
const wordPattern = [...inWords.keys()].toSorted((one, other) => other.length - one.length).join('|');

const number = new RegExp(
  `(?<![\\p{L}\\d,.§/-])(?:(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+)(,\\d+)?|(${wordPattern}))(?![\\p{L}\\d]|[.,]\\d)(\\s*(?:%|prosent))?`,
  'giu'
);
const month = 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember';
/** What makes a number no figure: a day, an age, a paragraph, a time, a name's number, the inhabitants of a rate. */
const notBefore = /(?:§+|kapittel|kap\.|nr\.|kl\.|versjon|side|under|over|fylt|fra|frå|per|pr\.|perioden|–|-)\s*$/iu;
const ageAfter = /^\s*(?:år|åringar|åringer|–|-)/iu;
const dayAfter = new RegExp(`^\\.\\s*(?:${month})`, 'iu');
const thousandsOfPeople = /^\s*innbygg(?:er|ar)/iu;

/**
 * The numbers of a Norwegian sentence that tell how many: in figures, and in words from two on. Days, years, ages,
 * paragraphs and the like are none.
 */
export function looseNumbersIn(text: string): LooseNumber[] {
  return [...text.matchAll(number)].flatMap((match) => {
    const [whole, digits, decimals = '', word, perCent] = match;
    const written = whole.trim();
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + whole.length);
    const value = word
      ? inWords.get(word.toLowerCase())
      : Number(`${digits?.replaceAll(/\D/g, '')}${decimals.replace(',', '.')}`);
    if (value === undefined || isNoFigure(value, { before, after, isWord: word !== undefined })) return [];
    return [{ value, written, at: match.index, isPerCent: perCent !== undefined }];
  });
}

function isNoFigure(value: number, { before, after, isWord }: { before: string; after: string; isWord: boolean }) {
  if (isWord) return ageAfter.test(after) && !/^\s*[–-]/u.test(after);
  if (dayAfter.test(after) || ageAfter.test(after) || thousandsOfPeople.test(after)) return true;
  if (notBefore.test(before) && !/^\s*(?:sak|kommun|person)/iu.test(after)) return true;
  return value >= 1900 && value < 2100 && !/^\s*(?:sak|kommun|person)/iu.test(after);
}
