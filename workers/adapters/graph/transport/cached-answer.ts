import { LRUCache } from 'lru-cache';
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
  const kept = new LRUCache<string, Promise<Value>>({ max: maxAnswers, ttl: keptMs });
  return (asked) => {
    const viewer = currentViewerKey();
    const key = viewer === '' ? asked : `${viewer} ${asked}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const answer = ask(asked);
    kept.set(key, answer);
    answer.catch(() => {
      if (kept.peek(key) === answer) kept.delete(key);
    });
    return answer;
  };
}

/**
 * The same for questions that are cheaper asked together: whatever is not known yet is asked in one call, and what
 * is being asked already is waited for. Keeps fewer answers, as each may be a list.
 */
export function cacheManyAnswers<Value>(
  keptMs: number,
  ask: (keys: readonly string[]) => Promise<readonly Value[]>,
  maxKept = 5000,
): (keys: readonly string[]) => Promise<readonly Value[]> {
  const kept = new LRUCache<string, Promise<Value>>({ max: maxKept, ttl: keptMs });
  return async (asked) => {
    const viewer = currentViewerKey();
    const keyOf = (key: string): string => (viewer === '' ? key : `${viewer} ${key}`);
    const found = new Map(asked.map((key) => [key, kept.get(keyOf(key))]));
    const missing = [...found].filter(([, answer]) => answer === undefined).map(([key]) => key);
    if (missing.length > 0) {
      const answers = ask(missing);
      for (const [index, key] of missing.entries()) {
        const answer = answers.then((all) => all[index] as Value);
        found.set(key, answer);
        kept.set(keyOf(key), answer);
        answer.catch(() => {
          if (kept.peek(keyOf(key)) === answer) kept.delete(keyOf(key));
        });
      }
    }
    return await Promise.all(asked.map((key) => found.get(key) as Promise<Value>));
  };
}
