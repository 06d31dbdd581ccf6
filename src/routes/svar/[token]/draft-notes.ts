import type { Fields } from '#lib/domain/answer.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { formatTime } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { fieldLabel, fieldText } from '#lib/ui/answer/answer-text.ts';
import type { FieldNote, FieldNotes } from '#lib/ui/answer/field-notes.ts';
import type { DraftState } from './draft-state.ts';

type Kept = { readonly window: string; readonly shown: Fields; readonly draft: DraftState | null };
type Reading = { questionnaire: Questionnaire; language: Language; openedAt: Date };

/** What others do in a draft, in words for its reader; what they did before the form was opened is not told. */
export class DraftNotes implements FieldNotes {
  readonly choose: (sequence: number) => void;
  private readonly keeper: Kept;
  private readonly reading: () => Reading;

  constructor(keeper: Kept & { choose: (sequence: number) => void }, reading: () => Reading) {
    this.keeper = keeper;
    this.choose = keeper.choose;
    this.reading = reading;
  }

  readonly of = (field: string): FieldNote | null => {
    const { draft, window } = this.keeper;
    if (!draft) return null;
    const writer = draft.present.find((one) => one.field === field && one.window !== window);
    const latest = this.changes.find((edit) => edit.field === field);
    const others = this.othersIn(field, draft);
    if (!writer && !latest && others.length === 0) return null;
    const { language } = this.reading();
    return {
      writing: writer ? this.text.writing(this.nameOf(writer.by)) : null,
      changed: latest ? this.text.changed(this.nameOf(latest.by), formatTime(latest.at, language)) : null,
      others,
      keep: others.length > 0 ? this.keepOf(field, draft) : null
    };
  };

  /** Who else has the form open, or null when nobody has. */
  get present(): string | null {
    const others = this.keeper.draft?.present.filter(({ window }) => window !== this.keeper.window) ?? [];
    if (others.length === 0) return null;
    const named = others.flatMap(({ by }, index) =>
      by && others.findIndex((one) => one.by === by) === index ? by : []
    );
    const nameless = others.filter(({ by }) => by === null).length;
    const { someoneElse, someOthers } = this.text;
    const rest = nameless > 1 ? [someOthers(nameless)] : nameless === 1 ? [someoneElse] : [];
    return this.text.present([...named, ...rest].join(', '));
  }

  /** What others have changed since the form was opened, in one sentence; empty for nothing. */
  get announcement(): string {
    const [change, ...more] = this.changes;
    if (!change) return '';
    if (more.length > 0) return this.text.announcedMany(more.length + 1);
    const { questionnaire, language } = this.reading();
    return this.text.announced(this.nameOf(change.by), fieldLabel(questionnaire, change.field, language));
  }

  private get changes() {
    const { openedAt } = this.reading();
    return (this.keeper.draft?.latest ?? []).filter(
      ({ at, window, field }) => at > openedAt && window !== this.keeper.window && field !== 'name'
    );
  }

  private get text() {
    return messagesIn(this.reading().language).drafting;
  }

  private nameOf(by: string | null): string {
    return by ?? this.text.someone;
  }

  private othersIn(field: string, { overwritten }: DraftState) {
    const standing = this.keeper.shown[field] ?? '';
    const lost = overwritten.filter((edit) => edit.field === field && edit.value !== standing);
    return lost.map(({ sequence, value, by }) => {
      const name = this.nameOf(by);
      const inWords = this.inWords(field, value);
      return value === ''
        ? { sequence, sentence: this.text.emptied(name), use: this.text.useEmpty }
        : { sequence, sentence: this.text.overwritten(name, inWords), use: this.text.use(inWords) };
    });
  }

  private keepOf(field: string, { latest }: DraftState) {
    const edit = latest.find((one) => one.field === field);
    if (!edit) return null;
    const { keep, keepEmpty } = this.text;
    return { sequence: edit.sequence, label: edit.value === '' ? keepEmpty : keep(this.inWords(field, edit.value)) };
  }

  private inWords(field: string, value: string): string {
    const { questionnaire, language } = this.reading();
    return fieldText(questionnaire, { field, value }, language);
  }
}
