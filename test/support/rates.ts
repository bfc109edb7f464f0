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
