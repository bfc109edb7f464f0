/** How many are under way at a time unless said otherwise. */
export const atOnce = 20;

/** How fast something was done, many times. */
export interface Rate {
  readonly perSecond: number;
  readonly p95Ms: number;
}

/** Runs so many, some at a time. */
export async function measure(count: number, one: () => Promise<void>, lanes = atOnce): Promise<Rate> {
  const took: number[] = [];
  let left = count;
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (left > 0) {
        left -= 1;
        const beganMs = performance.now();
        await one();
        took.push(performance.now() - beganMs);
      }
    }),
  );
  const sorted = took.sort((a, b) => a - b);
  return {
    perSecond: (count / (performance.now() - startedMs)) * 1000,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

const turns = 4;

/**
 * Measures two things alternately, so that what else the machine does falls on both; `one` and `other` in the order in
 * which they were measured.
 */
export async function inTurns<Measured>(
  one: () => Promise<Measured>,
  other: () => Promise<Measured>,
): Promise<{ readonly one: readonly Measured[]; readonly other: readonly Measured[] }> {
  const found: { one: Measured[]; other: Measured[] } = { one: [], other: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    found.one.push(await one());
    found.other.push(await other());
  }
  return found;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One rate of several that did as much each: over their whole time; p95 as their mean. */
export function together(rates: readonly Rate[]): Rate {
  return {
    perSecond: 1 / mean(rates.map(({ perSecond }) => 1 / perSecond)),
    p95Ms: mean(rates.map(({ p95Ms }) => p95Ms)),
  };
}
