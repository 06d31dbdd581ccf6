import { referralLinesOf, type PoliceReferral, type Received, type ReferralLine } from '#lib/domain/police-referral.ts';
import type { PublishedFact } from '#lib/domain/published-fact.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Round } from '#lib/domain/round.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

type Told = { received: readonly Received[]; referrals: readonly PoliceReferral[] };
type Asked = { round: Pick<Round, 'periodStart' | 'periodEnd'>; language: Language };

/** What was referred beside what was received: the finding, and a line for each police district of the round. */
export function policeReferralView(
  { received, referrals }: Told,
  { round, language }: Asked
): { title: string; table: Table } {
  const { columns } = messagesIn(language).policeReferral;
  const lines = referralLinesOf(received, referrals, round);
  const title = findingOf(lines, language);
  return {
    title,
    table: {
      caption: columns.caption,
      columns: [columns.district, columns.referred, columns.received, columns.reported, columns.means],
      rows: lines.map((line) => ({ header: line.received.district, cells: cellsOf(line, language) }))
    }
  };
}

/** One referral in words: how many of what, when, and who says so. */
export function referralText({ value, unit, from, to, source }: PoliceReferral, language: Language): string {
  const { counted, entry } = messagesIn(language).policeReferral;
  return entry(counted(value, unit), formatDate(from, language), formatDate(to, language), source);
}

const costMetrics = ['grant', 'establishment_cost', 'evaluation_budget'] as const;

/** What was published of the costs of the scheme: kroner, what they cover and when, word for word, with the source. */
export function costLines(facts: readonly PublishedFact[], language: Language): { id: string; text: string }[] {
  const { costs } = messagesIn(language).policeReferral;
  return costMetrics.flatMap((metric) =>
    facts
      .filter((fact) => fact.metric === metric && fact.unit.startsWith('NOK') && fact.low !== null)
      .map(({ id, low, geography, periodStart, periodEnd, quote, source }) => {
        const when = [...new Set([periodStart, periodEnd].filter((day) => day !== null))].join('–');
        const of = [costs.amount(low ?? 0), geography, when].join(', ');
        return { id, text: `${costs.metrics[metric]}: ${of}. «${quote}» (${source})` };
      })
  );
}

function findingOf(lines: readonly ReferralLine[], language: Language): string {
  const { findings, counted } = messagesIn(language).policeReferral;
  const held = lines.flatMap((line) => line.held ?? []);
  if (lines.every(({ referred }) => referred.length === 0)) return findings.none;
  if (lines.some(({ why }) => why !== null)) return findings.some(held.length, lines.length);
  const referred = held.reduce((sum, { value }) => sum + value, 0);
  const received = lines.reduce((sum, line) => sum + (line.received.value ?? 0), 0);
  const say = received > referred ? findings.more : findings.all;
  return say(counted(received, 'cases'), referred);
}

function cellsOf({ received, referred, held, why }: ReferralLine, language: Language): string[] {
  const text = messagesIn(language).policeReferral;
  const { value, reported, expected, outside } = received;
  const behind = [text.reported(reported, expected), ...(outside > 0 ? [text.outside(outside)] : [])].join('. ');
  return [
    referred.length === 0 ? '–' : referred.map((one) => referralText(one, language)).join('; '),
    value === null ? '–' : text.counted(value, 'cases'),
    behind,
    why === null && held !== null ? meaningOf(value ?? 0, held.value, language) : text.means.why[why ?? 'none']
  ];
}

function meaningOf(received: number, referred: number, language: Language): string {
  const { means, counted } = messagesIn(language).policeReferral;
  if (received === referred) return means.equal;
  return received > referred ? means.more : means.fewer(counted(received, 'cases'), referred);
}
