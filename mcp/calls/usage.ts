/** How often an operation was called, and how that went. Durations in milliseconds. */
interface OperationUsage {
  readonly calls: number;
  readonly failures: number;
  readonly meanMs: number;
  readonly slowestMs: number;
}

export interface Usage {
  count(operation: string, outcome: string, durationMs: number): void;
  figures(): Readonly<Record<string, OperationUsage>>;
}

/** Figures of this process since it began. */
export function createUsage(): Usage {
  const counts = new Map<string, { calls: number; failures: number; totalMs: number; slowestMs: number }>();
  return {
    count: (operation, outcome, durationMs) => {
      const entry = counts.get(operation) ?? { calls: 0, failures: 0, totalMs: 0, slowestMs: 0 };
      entry.calls += 1;
      if (outcome !== 'ok') entry.failures += 1;
      entry.totalMs += durationMs;
      entry.slowestMs = Math.max(entry.slowestMs, durationMs);
      counts.set(operation, entry);
    },
    figures: () =>
      Object.fromEntries(
        [...counts].map(([operation, { calls, failures, totalMs, slowestMs }]) => [
          operation,
          { calls, failures, meanMs: totalMs / calls, slowestMs },
        ]),
      ),
  };
}
