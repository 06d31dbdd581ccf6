import type { CallNote, CallState } from '#lib/domain/call-list.ts';
import { lastDayBefore } from '#lib/domain/day.ts';
import type { Language } from '#lib/domain/language.ts';
import type { DataKind } from '#lib/domain/round.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { csvFile } from '#lib/ui/csv-file.ts';

export type CallRow = {
  municipalityNo: string;
  name: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
  mailbox: string | null;
  extendedUntil: Date | null;
  latest: CallNote | null;
  state: CallState;
};

/** The call list for Norwegian Excel: UTF-8 with a byte order mark, semicolons, days as yyyy-mm-dd. */
export function callListCsv(
  rows: readonly CallRow[],
  { language, dataKind }: { language: Language; dataKind: DataKind }
): string {
  const { followUp, statistics } = messagesIn(language);
  const { csv, municipality, contact } = followUp;
  const kind = { synthetic: statistics.synthetic, published: statistics.publishedData, reported: '' }[dataKind];
  const heads = [csv.number, municipality, contact, csv.email, csv.phone, csv.mailbox, csv.state, csv.promisedFor];
  const table = rows.map((row) => [
    row.municipalityNo,
    row.name,
    row.contactName ?? '',
    row.email ?? '',
    row.phone ?? '',
    row.mailbox ?? '',
    csv.states[row.state],
    row.latest?.promisedFor ?? '',
    row.latest?.nextDate ?? '',
    row.extendedUntil ? lastDayBefore(row.extendedUntil) : '',
    row.latest?.text ?? '',
    kind
  ]);
  const head = [...heads, csv.nextDate, csv.extended, csv.lastNote, ''];
  return csvFile([head, ...table]);
}
