import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '#lib/server/sealing.ts';

const secret = 'a secret of at least 32 characters';
const token = 'header.17912099997.signature';
const sealed = () => seal(secret, 'id-token', token);

describe('what is sealed', () => {
  it('comes out as it went in, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unseal(secret, 'id-token', seal(secret, 'id-token', text))).toBe(text);
      })
    );
  });

  it('cannot be read, and is never the same twice', () => {
    expect(sealed().includes('17912099997')).toBe(false);
    expect(sealed().equals(sealed())).toBe(false);
  });

  it('is nothing with another secret', () => {
    expect(unseal('another secret of 32 characters..', 'id-token', sealed())).toBeNull();
  });

  it('is nothing for another purpose', () => {
    expect(unseal(secret, 'refused-sign-in', sealed())).toBeNull();
  });

  it('is nothing when any byte of it was changed', () => {
    const whole = sealed();
    for (let place = 0; place < whole.length; place += 1) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(secret, 'id-token', changed)).toBeNull();
    }
  });

  it('is nothing when it was cut or lengthened', () => {
    const whole = sealed();
    for (const length of [0, 1, 13, 28, whole.length - 1]) {
      expect(unseal(secret, 'id-token', whole.subarray(0, length))).toBeNull();
    }
    expect(unseal(secret, 'id-token', Buffer.concat([whole, Buffer.of(0)]))).toBeNull();
  });
});
