import type { Tx } from '#lib/server/db.ts';

/** A key of a municipality: the master key that wraps it, and how many values it opens. */
export type KeyUse = {
  municipalityNo: string;
  edition: number;
  newest: number;
  master: string;
  madeAt: Date;
  persons: number;
  references: number;
  documents: number;
  messages: number;
};

/** Every key with what uses it, by municipality, the oldest first. For the task `case_key`. */
export function listKeyUse(tx: Tx): Promise<KeyUse[]> {
  return tx.query<KeyUse>(
    `select
      key.municipality_no as "municipalityNo",
      key.edition,
      max(key.edition) over (partition by key.municipality_no) as newest,
      key.master,
      max(key.made_at) over (partition by key.municipality_no) as "madeAt",
      (
        select count(*)::integer
        from case_person
        where case_person.municipality_no = key.municipality_no and key_edition = key.edition
      ) as persons,
      (
        select count(*)::integer
        from case_file
        where case_file.municipality_no = key.municipality_no and digest_edition = key.edition
      ) as "references",
      (
        select count(*)::integer
        from case_document
        where case_document.municipality_no = key.municipality_no and key_edition = key.edition
      ) as documents,
      (
        select count(*)::integer
        from dispatch
        where dispatch.municipality_no = key.municipality_no
          and substring(content from 1 for 4) = int4send(key.edition)
      ) as messages
    from case_key as key
    order by key.municipality_no, key.edition`
  );
}

/** How many values a key opens. */
export function valuesOf({ persons, references, documents, messages }: KeyUse): number {
  return persons + references + documents + messages;
}
