import { applyAction, deserialize } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import type { Attachment } from 'svelte/attachments';
import type { Outcome } from './sending.ts';

type Started = { basedOn: Date | null };
export type DraftNote = 'none' | 'saving' | 'saved' | 'failed' | 'frozen';

const pauseMs = 800;

/** Saves the form a moment after each change and sends it in without leaving the page, so that nothing typed is lost. */
export class DraftKeeper {
  note = $state<DraftNote>('none');
  savedAt = $state<Date | null>(null);
  newer = $state<Outcome['newer']>(null);
  hasFailed = $state(false);
  private basedOn: Date | null;
  private form: HTMLFormElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private isSending = false;
  private isLeaving = false;
  private address = '';

  constructor({ basedOn }: Started) {
    this.basedOn = basedOn;
  }

  readonly watch: Attachment<HTMLFormElement> = (form) => {
    this.form = form;
    this.address = `${location.pathname}?/lagre`; // still this page's when the browser shows the next
    const hidden = () => {
      if (document.visibilityState === 'hidden' && this.timer !== undefined) this.saveNow();
    };
    const online = () => {
      if (this.note === 'failed') this.schedule();
    };
    form.addEventListener('input', this.schedule);
    document.addEventListener('visibilitychange', hidden);
    document.addEventListener('click', this.followed, true);
    document.addEventListener('submit', this.submitted, true);
    window.addEventListener('online', online);
    return () => {
      if (this.timer !== undefined) this.saveNow();
      form.removeEventListener('input', this.schedule);
      document.removeEventListener('visibilitychange', hidden);
      document.removeEventListener('click', this.followed, true);
      document.removeEventListener('submit', this.submitted, true);
      window.removeEventListener('online', online);
    };
  };

  readonly send: SubmitFunction<Outcome, Outcome> = async ({ formData, cancel }) => {
    if (this.isSending) return cancel();
    this.isSending = true;
    this.hasFailed = false;
    this.cancel();
    await this.saving;
    formData.set('basedOn', this.basis());
    return async ({ result }) => {
      this.isSending = false;
      if (result.type === 'error') {
        this.hasFailed = true;
        return;
      }
      if (result.type !== 'redirect' && result.data) this.learn(result.data);
      await applyAction(result);
    };
  };

  private readonly followed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const opensHere = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !opensHere || link.target || link.getAttribute('href')?.startsWith('#')) return;
    this.leaveWhenSaved(event, () => link.click());
  };

  private readonly submitted = (event: SubmitEvent) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form === this.form) return;
    this.leaveWhenSaved(event, () => form.requestSubmit(submitter));
  };

  /** The next page must not be read before what is typed is stored. When it cannot be stored, only asking again leaves. */
  private leaveWhenSaved(event: Event, leave: () => void): void {
    const isPending = this.timer !== undefined;
    if (this.isLeaving || (!isPending && this.note !== 'saving')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.isLeaving = true;
    if (isPending) this.saveNow();
    void this.saving.then(() => {
      if (!this.newer && this.note !== 'failed') leave();
      this.isLeaving = false;
    });
  }

  private readonly schedule = () => {
    this.cancel();
    if (!this.newer) this.timer = setTimeout(() => this.saveNow(), pauseMs);
  };

  private cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private saveNow(): void {
    this.cancel();
    this.saving = this.saving.then(() => this.save());
  }

  private async save(): Promise<void> {
    if (!this.form || this.newer) return;
    const body = new FormData(this.form);
    body.set('basedOn', this.basis());
    this.note = 'saving';
    try {
      const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
      const response = await fetch(this.address, { method: 'POST', body, headers, keepalive: true });
      const result = deserialize<Outcome, Outcome>(await response.text());
      if ((result.type === 'success' || result.type === 'failure') && result.data) this.learn(result.data);
      else this.note = 'failed';
    } catch {
      this.note = 'failed'; // the network is away; what is typed stands in the form and is saved at the next change
    }
  }

  private learn(outcome: Outcome): void {
    this.newer = outcome.newer;
    this.note = outcome.isFrozen ? 'frozen' : outcome.savedAt ? 'saved' : 'none';
    if (!outcome.savedAt) return;
    this.savedAt = outcome.savedAt;
    this.basedOn = outcome.basedOn;
  }

  private basis(): string {
    return this.basedOn?.toISOString() ?? '';
  }
}
