/**
 * One line of the table. `other` is the floor's figure, or the smaller store's; `most` and `least` are budgets for ours,
 * `mostRatio` one for ours against the other.
 * @typedef {{
 *   name: string, unit: string, ours: number | null, other?: number, most?: number, least?: number, mostRatio?: number
 * }} Line
 */

const columns = ['Mål', 'Vår', 'Gulv', 'Forhold', 'Budsjett', 'Dom'];

/** @param {number} value */
function formatNumber(value) {
  const decimals = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('nb-NO', { maximumFractionDigits: decimals }).replaceAll(/\s/g, ' ');
}

/** @param {Line} line */
function ratioOf({ ours, other }) {
  return ours === null || !other ? null : ours / other;
}

/** @param {Line} line */
function verdictOf(line) {
  const { ours, most, least, mostRatio } = line;
  if (ours === null) return 'ikke målt';
  const ratio = ratioOf(line);
  const over = [
    ...(most !== undefined && ours > most ? ['tallet'] : []),
    ...(least !== undefined && ours < least ? ['tallet'] : []),
    ...(mostRatio !== undefined && ratio !== null && ratio > mostRatio ? ['forholdet'] : [])
  ];
  const hasBudget = most !== undefined || least !== undefined || mostRatio !== undefined;
  if (!hasBudget) return '–';
  return over.length === 0 ? 'innenfor' : `over (${over.join(' og ')})`;
}

/** @param {Line} line */
function budgetOf({ unit, most, least, mostRatio }) {
  const parts = [
    ...(most === undefined ? [] : [`≤ ${formatNumber(most)} ${unit}`]),
    ...(least === undefined ? [] : [`≥ ${formatNumber(least)} ${unit}`]),
    ...(mostRatio === undefined ? [] : [`≤ ${formatNumber(mostRatio)}×`])
  ];
  return parts.join(', ') || '–';
}

/** @param {Line} line */
function cellsOf(line) {
  const { name, unit, ours, other } = line;
  const ratio = ratioOf(line);
  return [
    name,
    ours === null ? '–' : `${formatNumber(ours)} ${unit}`,
    other === undefined ? '–' : `${formatNumber(other)} ${unit}`,
    ratio === null ? '–' : `${ratio.toLocaleString('nb-NO', { maximumFractionDigits: 2 })}×`,
    budgetOf(line),
    verdictOf(line)
  ];
}

/**
 * The lines as text in columns, numbers to the right.
 * @param {Line[]} lines
 */
export function formatTable(lines) {
  const rows = [columns, ...lines.map(cellsOf)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => [...(row[index] ?? '')].length)));
  const isRight = (/** @type {number} */ index) => index >= 1 && index <= 3;
  const format = (/** @type {string[]} */ row) =>
    row
      .map((cell, index) => (isRight(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(format);
  return [head, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}
