import type { Attachment } from 'svelte/attachments';

/** Moves the focus to a message each time it is given anew, so that it is read and the keyboard is beside it. */
export function focusWhenGiven(message: object | null): Attachment<HTMLElement> {
  return (element) => {
    if (message) element.focus();
  };
}
