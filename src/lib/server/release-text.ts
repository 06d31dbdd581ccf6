import { boundFigures } from '#lib/domain/bound-text/bound-figure.ts';
import { problemsOf } from '#lib/domain/bound-text/sentence-check.ts';
import { partsOf, sentencesIn, type SentencePart } from '#lib/domain/bound-text/sentence-part.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent, ReleasedSentence } from '#lib/domain/release-content.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { releaseEntry, type Release } from './release.ts';

/** The sentences of a release as they are written, one a line; nothing is ''. */
export type ReleaseText = Record<Language, string>;
/** Writes a sentence out; the wording is that of the screens. */
export type WriteSentence = (parts: readonly SentencePart[], language: Language) => ReleasedSentence;

type Of = Pick<Release, 'korusRegion' | 'roundId' | 'version'>;

/** The text of a release, for advisers of its region. */
export async function readReleaseText(tx: Tx, { korusRegion, roundId, version }: Of): Promise<ReleaseText> {
  const rows = await tx.query<{ language: Language; body: string }>(
    `select language, body
    from release_text
    where korus_region = $1 and round_id = $2 and version = $3`,
    [korusRegion, roundId, version]
  );
  const of = (language: Language) => rows.find((row) => row.language === language)?.body ?? '';
  return { nb: of('nb'), nn: of('nn') };
}

/** Keeps the text of a draft; what was sent to review is refused by the store. */
export async function writeReleaseText(tx: Tx, release: Release, text: ReleaseText, at: Date): Promise<void> {
  for (const language of languages) {
    await tx.query(
      `insert into release_text (korus_region, round_id, version, language, body, changed_at, changed_by)
      values ($1, $2, $3, $4, $5, $6, app_person())
      on conflict (korus_region, round_id, version, language)
      do update set body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [release.korusRegion, release.roundId, release.version, language, text[language], at]
    );
  }
  const sentences = languages.map((language) => sentencesIn(text[language]).length);
  await recordAudit(tx, releaseEntry(release, { action: 'release_text_changed', at, detail: { sentences } }));
}

/** A text with the figures of a content written into it, and how many of its sentences say what they do not. */
export function boundSentences(
  text: ReleaseText,
  { content, questionnaire, write }: { content: ReleaseContent; questionnaire: Questionnaire; write: WriteSentence }
): { sentences: ReleaseContent['sentences']; wrong: number } {
  const figures = boundFigures(content, questionnaire);
  const read = (language: Language) =>
    sentencesIn(text[language]).map((sentence) => partsOf(sentence, figures, language));
  const isWrong = (parts: readonly SentencePart[]) =>
    problemsOf(parts, figures).some(({ weight }) => weight === 'wrong');
  const [nb, nn] = [read('nb'), read('nn')];
  return {
    sentences: { nb: nb.map((parts) => write(parts, 'nb')), nn: nn.map((parts) => write(parts, 'nn')) },
    wrong: [...nb, ...nn].filter(isWrong).length
  };
}
