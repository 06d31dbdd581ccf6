import { describe, expect, it } from 'vitest';
import { answerAddress, readAnswerAddress } from '#lib/domain/answer-address.ts';
import { addressInLink, isEmail, readContact } from '#lib/domain/contact.ts';

describe('a contact as typed', () => {
  it('is taken without the space around it', () => {
    expect(readContact(' Kari  ', ' kari@k.no ')).toEqual({
      contact: { name: 'Kari', email: 'kari@k.no' },
      problems: []
    });
  });

  it.each([
    ['', 'kari@k.no', 'name missing'],
    ['x'.repeat(101), 'kari@k.no', 'name too_long'],
    ['Kari', '', 'email missing'],
    ['Kari', 'kari', 'email not_email'],
    ['Kari', 'kari@k.no,ola@k.no', 'email not_email'],
    ['Kari', '<kari@k.no>', 'email not_email'],
    ['Kari', `${'k'.repeat(250)}@k.no`, 'email not_email'],
    [null, 'kari@k.no', 'name missing']
  ])('%j, %j: %s', (name, email, problem) => {
    expect(readContact(name, email).problems.map(({ field, kind }) => `${field} ${kind}`)).toEqual([problem]);
  });

  it.each([
    ['kari.nordmann+post@kommune.no', true],
    ['kari@k', false],
    ['kari@k.no;ola@k.no', false],
    ['mailto:kari@k.no', false]
  ])('%s is an address: %s', (text, expected) => {
    expect(isEmail(text)).toBe(expected);
  });

  it('brings no line break into a mail', () => {
    expect(readContact('Kari\r\nBcc: x@y.no', 'kari@k.no').contact.name).toBe('Kari Bcc: x@y.no');
  });
});

describe('a link that begins a mail', () => {
  it('is to the address as it is', () => {
    expect(addressInLink('kari.nordmann@kommune.no')).toBe('kari.nordmann@kommune.no');
  });

  it('names nothing but the address, whatever stands in it', () => {
    const odd = 'kari?bcc=ola%40k.no&body=x#y@k.no';
    expect(isEmail(odd)).toBe(true);
    const { search, hash, pathname } = new URL(`mailto:${addressInLink(odd)}`);
    expect({ search, hash, to: decodeURIComponent(pathname) }).toEqual({ search: '', hash: '', to: odd });
  });
});

describe('the address of an answer', () => {
  it('is read as it is written, and a link’s token is none', () => {
    const address = { roundId: 'sor-2024', municipalityNo: '4223' };
    expect(readAnswerAddress(answerAddress(address))).toEqual(address);
    for (const text of ['sor-2024.42', 'sor-2024', '../x.4223', 'SOR.4223', 'bR_x-'.repeat(9), 'a.4223.4224']) {
      expect(readAnswerAddress(text)).toBeNull();
    }
  });
});
