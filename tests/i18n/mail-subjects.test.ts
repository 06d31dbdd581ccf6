import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { leavesOf, sentencesOf } from './leaves.ts';

/** What nobody else in the room, nor whoever carries the mail, should read on its outside. */
const telling = /rus|narkotika|politi|påtale|straff/i;

describe.each(languages)('the subject of a mail in %s', (language) => {
  const leaves = leavesOf(messagesIn(language));
  const subjects = [...leaves.keys()].filter((path) => /\bmail\b.*\.subject$|\bmailSubject$/.test(path));

  it('is found', () => {
    expect(subjects).toEqual(expect.arrayContaining(['signIn.mailSubject', 'contact.mail.subject']));
  });

  it.each(subjects)('tells nothing of what it is about: %s', (path) => {
    expect(sentencesOf(leaves, path).filter((sentence) => telling.test(sentence))).toEqual([]);
  });
});
