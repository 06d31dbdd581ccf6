/** Every string of the page shell, in the reader's language. */
export type ShellText = {
  productName: string;
  skipToContent: string;
  navigationLabel: string;
  languageLabel: string;
  languageNames: { nb: string; nn: string };
  demonstration: string;
  signIn: string;
  signOut: string;
  footerLabel: string;
  attribution: string;
};
