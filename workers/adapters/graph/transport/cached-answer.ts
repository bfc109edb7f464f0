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
