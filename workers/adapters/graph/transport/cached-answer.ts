import { currentViewerKey } from '../../../../infra/runtime/viewer.ts';

const maxAnswers = 50_000;

/**
 * Keeps the answers of a function by key for a while, for each viewer apart; askers at the same time share one call,
 * failures are not kept.
 */
export function cacheAnswers<Value>(
  keptMs: number,
  ask: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Value> }>();
  return (asked) => {
    const viewer = currentViewerKey();
    const key = viewer === '' ? asked : `${viewer} ${asked}`;
    const now = Date.now();
    const found = kept.get(key);
    if (found !== undefined && found.until > now) return found.answer;
    for (const [other, { until }] of kept) {
      // Entries stand in the order in which they end.
      if (until > now && kept.size < maxAnswers) break;
      kept.delete(other);
    }
    kept.delete(key);
    const answer = ask(asked);
    kept.set(key, { until: now + keptMs, answer });
    answer.catch(() => {
      if (kept.get(key)?.answer === answer) kept.delete(key);
    });
    return answer;
  };
}
