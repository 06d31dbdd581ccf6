import { applyAction, deserialize } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import type { Attachment } from 'svelte/attachments';
import type { Fields } from '#lib/domain/answer.ts';
import { readWhenFree } from '../../refreshing.ts';
import type { DraftState } from './draft-state.ts';
import { putInto, startOf, typedIn } from './form-fields.ts';
import type { Outcome } from './keeping.ts';
import { Leaving } from './leaving.ts';

type Started = {
  basedOn: Date | null;
  base: Fields;
  formKey: string;
  draft: DraftState | null;
  talkMark: string;
};
export type DraftNote = 'none' | 'saving' | 'saved' | 'failed' | 'frozen';

const pauseMs = 800;
const soonMs = 200;

/**
 * Saves what has changed in the form a moment after each change, takes in what others have saved where nothing was typed
 * here, and sends the form in without leaving the page, so that nothing typed is lost.
 */
export class DraftKeeper {
  note = $state<DraftNote>('none');
  savedAt = $state<Date | null>(null);
  newer = $state<Outcome['newer']>(null);
  hasFailed = $state(false);
  draft: DraftState | null;
  /** The values of the fields that this form and the server agree on. */
  shown: Fields;
  readonly window: string;
  private basedOn: Date | null;
  private talkMark: string;
  private form: HTMLFormElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private isSending = false;
  private writesIn = '';
  private toldField = '';
  private address = '';

  constructor({ basedOn, base, formKey, draft, talkMark }: Started) {
    this.basedOn = basedOn;
    this.talkMark = talkMark;
    this.window = formKey;
    this.shown = $state.raw(base);
    this.draft = $state.raw(draft);
  }

  readonly watch: Attachment<HTMLFormElement> = (form) => {
    this.form = form;
    this.address = `${location.pathname}?/lagre`; // still this page's when the browser shows the next
    const leaving = new Leaving(form, {
      isPending: () => this.timer !== undefined || this.note === 'saving',
      save: async () => {
        if (this.timer !== undefined) this.saveNow();
        await this.saving;
        return !this.newer && this.note !== 'failed';
      }
    });
    const hidden = () => {
      if (document.visibilityState === 'hidden' && this.timer !== undefined) this.saveNow();
    };
    const online = () => {
      if (this.note === 'failed') this.schedule();
    };
    this.writesIn = nameOf(form.contains(document.activeElement) ? document.activeElement : null);
    form.addEventListener('input', this.schedule);
    form.addEventListener('focusin', this.moved);
    form.addEventListener('focusout', this.moved);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('online', online);
    return () => {
      if (this.timer !== undefined) this.saveNow();
      form.removeEventListener('input', this.schedule);
      form.removeEventListener('focusin', this.moved);
      form.removeEventListener('focusout', this.moved);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('online', online);
      leaving.end();
    };
  };

  /** Takes in what others have done. */
  readonly look = async (): Promise<void> => {
    this.saving = this.saving.then(() => this.save({ looking: 'yes' }));
    await this.saving;
  };

  /** Chooses between two values of a field, by the number of the edit that is to stand. */
  readonly choose = (sequence: number): void => {
    this.cancel();
    this.saving = this.saving.then(() => this.save({ chosen: String(sequence) }));
  };

  readonly send: SubmitFunction<Outcome, Outcome> = async ({ formData, cancel }) => {
    if (this.isSending || !this.form) return cancel();
    this.isSending = true;
    this.hasFailed = false;
    this.cancel();
    await this.saving;
    const typed = typedIn(this.form);
    for (const [name, value] of this.basis(typed)) formData.set(name, value);
    return async ({ result }) => {
      this.isSending = false;
      if (result.type === 'error') {
        this.hasFailed = true;
        return;
      }
      if (result.type !== 'redirect' && result.data) this.learn(result.data, typed);
      await applyAction(result);
    };
  };

  private readonly schedule = () => {
    this.cancel();
    if (!this.newer) this.timer = setTimeout(() => this.saveNow(), pauseMs);
  };

  private readonly moved = ({ type, target }: FocusEvent) => {
    this.writesIn = nameOf(type === 'focusin' ? target : null);
    this.tellPlace();
  };

  /** Where one writes is told to those who have the draft open too, and not while one is alone. */
  private tellPlace(): void {
    if (this.hasOthers() && this.timer === undefined && this.toldField !== this.writesIn) {
      this.timer = setTimeout(() => this.saveNow({ looking: 'yes' }), soonMs);
    }
  }

  private hasOthers(): boolean {
    return this.draft?.present.some(({ window }) => window !== this.window) ?? false;
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private saveNow(more: Record<string, string> = {}): void {
    this.cancel();
    this.saving = this.saving.then(() => this.save(more));
  }

  private async save(more: Record<string, string>): Promise<void> {
    if (!this.form || this.newer) return;
    const typed = typedIn(this.form);
    const body = new FormData(this.form);
    for (const [name, value] of [...this.basis(typed), ...this.place(), ...Object.entries(more)]) body.set(name, value);
    const before = this.note;
    const isDirty = !more.looking || this.isTyped(typed);
    if (isDirty) this.note = 'saving';
    const outcome = await this.post(body);
    if (outcome) this.learn(outcome, typed);
    else if (isDirty) this.note = 'failed';
    if (!isDirty && this.note !== 'frozen') this.note = before;
  }

  /** What the server says of a form; null when it did not take it. */
  private async post(body: FormData): Promise<Outcome | null> {
    try {
      const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
      const response = await fetch(this.address, { method: 'POST', body, headers, keepalive: true });
      const result = deserialize<Outcome, Outcome>(await response.text());
      return (result.type === 'success' || result.type === 'failure') && result.data ? result.data : null;
    } catch {
      return null; // the network is away; what is typed stands in the form and is saved at the next change
    }
  }

  private isTyped(typed: Fields): boolean {
    return Object.entries(typed).some(([name, value]) => value !== (this.shown[name] ?? ''));
  }

  private place(): [string, string][] {
    if (!this.hasOthers() || this.toldField === this.writesIn) return [];
    this.toldField = this.writesIn;
    return [['writesIn', this.writesIn]];
  }

  /** What KORUS says of the answer stands outside the form, so the page is read anew; the form keeps what is typed. */
  private hear(talkMark: string | null): void {
    if (talkMark === null || talkMark === this.talkMark) return;
    this.talkMark = talkMark;
    void readWhenFree();
  }

  private learn(outcome: Outcome, sent: Fields): void {
    this.hear(outcome.talkMark);
    this.newer = outcome.newer;
    this.note = outcome.isFrozen ? 'frozen' : outcome.savedAt ? 'saved' : 'none';
    if (outcome.newer || outcome.isFrozen) return;
    this.takeIn(outcome.base, sent);
    this.draft = outcome.draft;
    this.savedAt = outcome.savedAt ?? this.savedAt;
    this.basedOn = outcome.basedOn;
    this.tellPlace();
  }

  /** What others have saved is shown where nothing was typed meanwhile; the name under the answer is one's own. */
  private takeIn(saved: Fields, sent: Fields): void {
    if (!this.form) return;
    const now = typedIn(this.form);
    const shown = { ...saved };
    for (const [name, value] of Object.entries(now)) {
      const stored = saved[name] ?? '';
      if (name !== 'name' && value === (sent[name] ?? '')) putInto(this.form, name, stored);
      else shown[name] = stored === sent[name] ? stored : (this.shown[name] ?? '');
    }
    this.shown = shown;
  }

  private basis(typed: Fields): [string, string][] {
    const { form, shown } = this;
    const began = (name: string) => shown[name] ?? (form ? startOf(form, name) : '');
    const base = Object.fromEntries(Object.keys(typed).map((name) => [name, began(name)]));
    return [
      ['base', JSON.stringify(base)],
      ['basedOn', this.basedOn?.toISOString() ?? ''],
      ['formKey', this.window]
    ];
  }
}

/** The name of the field that an element is; empty for none. */
function nameOf(element: EventTarget | null): string {
  return element instanceof HTMLInputElement ? element.name : '';
}
