import type { Attachment } from 'svelte/attachments';
import { formatMoment } from '#lib/i18n/format.ts';
import type { Language } from '#lib/domain/language.ts';

type Words = { saved: (moment: string) => string; saving: string; failed: string; language: Language };

const pauseMs = 800;

/** Saves the form as a draft a moment after each change, and says so in the form's `data-draft-status`. */
export function autosave(words: Words): Attachment<HTMLFormElement> {
  return (form) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saving: Promise<void> = Promise.resolve();
    const status = form.querySelector('[data-draft-status]');
    const say = (sentence: string) => {
      if (status) status.textContent = sentence;
    };
    const save = async () => {
      say(words.saving);
      try {
        const response = await fetch('?/lagre', {
          method: 'POST',
          body: new FormData(form),
          headers: { 'x-sveltekit-action': 'true' }
        });
        const result = (await response.json()) as { type: string };
        say(result.type === 'success' ? words.saved(formatMoment(new Date(), words.language)) : words.failed);
      } catch {
        say(words.failed); // the network is away; what is typed stands in the form and is saved at the next change
      }
    };
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        saving = saving.then(save);
      }, pauseMs);
    };
    const cancel = () => clearTimeout(timer);
    form.addEventListener('input', schedule);
    form.addEventListener('submit', cancel);
    return () => {
      cancel();
      form.removeEventListener('input', schedule);
      form.removeEventListener('submit', cancel);
    };
  };
}
