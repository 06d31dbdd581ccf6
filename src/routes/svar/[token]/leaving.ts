type Unsaved = { isPending: () => boolean; save: () => Promise<boolean> };

/**
 * Keeps the reader on a page until what is typed is stored: the next page must not be read before. When it cannot be
 * stored, only asking again leaves.
 */
export class Leaving {
  private readonly form: HTMLFormElement;
  private readonly unsaved: Unsaved;
  private isLeaving = false;

  constructor(form: HTMLFormElement, unsaved: Unsaved) {
    this.form = form;
    this.unsaved = unsaved;
    document.addEventListener('click', this.followed, true);
    document.addEventListener('submit', this.submitted, true);
  }

  end(): void {
    document.removeEventListener('click', this.followed, true);
    document.removeEventListener('submit', this.submitted, true);
  }

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

  private leaveWhenSaved(event: Event, leave: () => void): void {
    if (this.isLeaving || !this.unsaved.isPending()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.isLeaving = true;
    void this.unsaved.save().then((isSaved) => {
      if (isSaved) leave();
      this.isLeaving = false;
    });
  }
}
