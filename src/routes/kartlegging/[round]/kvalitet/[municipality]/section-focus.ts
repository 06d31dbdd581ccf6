import type { SubmitFunction } from '@sveltejs/kit';

/** Keeps the keyboard in the section of a form that was taken: its button may be gone, and its outcome stands there. */
export const focusSection: SubmitFunction = ({ formElement }) => {
  const section = formElement.closest('section');
  return async ({ update, result }) => {
    await update();
    if (result.type === 'success') section?.focus();
  };
};
