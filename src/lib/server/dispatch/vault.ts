import { decrypt, encrypt, type Belonging } from '#lib/server/case/cipher.ts';
import { currentKey, keyOf } from '#lib/server/case/data-key.ts';
import type { MasterKeys } from '#lib/server/case/master-key.ts';
import type { Vault } from './outbox.ts';

const editionLength = 4;

/** Seals with the newest key of the municipality's cases, and says in front which edition that was. */
export function caseVault(masters: MasterKeys, clock: () => Date): Vault {
  return {
    async seal(tx, municipalityNo, context, content) {
      const { edition, key } = await currentKey({ tx, masters, at: clock() }, municipalityNo);
      const front = Buffer.alloc(editionLength);
      front.writeUInt32BE(edition);
      return Buffer.concat([front, encrypt(key, belongingOf(municipalityNo, context), content)]);
    },
    async open(tx, municipalityNo, context, sealed) {
      const { key } = await keyOf({ tx, masters }, municipalityNo, sealed.readUInt32BE(0));
      return decrypt(key, belongingOf(municipalityNo, context), sealed.subarray(editionLength));
    }
  };
}

function belongingOf(municipalityNo: string, context: string): Belonging {
  return { table: 'dispatch', column: 'content', municipalityNo, id: context };
}
