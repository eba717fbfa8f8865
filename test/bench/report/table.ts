import type { Arm } from '../measure/arm';
import type { Results } from '../measure/blocks';
import type { Figure } from '../measure/figures';
import { median } from '../measure/statistics';

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
};

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** What each arm did; absolute figures, which say nothing outside of this run. */
export function armTable(arms: readonly Arm[], results: Results): string {
  const rows = arms.map(({ id, says }) => {
    const blocks = results.get(id)!;
    const rates = blocks.map(({ rate }) => rate);
    const latency = (pick: 'p50Ms' | 'p99Ms'): string => (blocks[0]![pick] === undefined ? '' : median(blocks.map((block) => block[pick]!)).toFixed(1));
    const cpuUs = median(blocks.map((block) => block.cpuUs));
    return [id, says, whole(median(rates)), whole(Math.min(...rates)), whole(Math.max(...rates)), whole(cpuUs), latency('p50Ms'), latency('p99Ms')];
  });
  return columns([['arm', '', '1/s', 'min', 'max', 'CPU µs', 'p50 ms', 'p99 ms'], ...rows]);
}

export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ id, against, ratio, low, high, target, direction, holds }) => [
    id,
    `${direction === 'at-least' ? '>=' : '<='} ${target.toFixed(2)} of ${against}`,
    ratio.toFixed(3),
    low.toFixed(3),
    high.toFixed(3),
    holds ? 'holds' : 'misses',
  ]);
  return columns([['figure', 'target', 'ratio', 'low', 'high', ''], ...rows]);
}
