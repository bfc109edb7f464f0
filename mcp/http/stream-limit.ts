/** Counts open streams, so that no one caller can take all of them. */
export interface StreamLimit {
  /** Gives the function that ends the stream, or `undefined` when there are too many. */
  open(key: string): (() => void) | undefined;
}

export function createStreamLimit(limits: { readonly perKey: number; readonly total: number }): StreamLimit {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    open: (key) => {
      const count = counts.get(key) ?? 0;
      if (count >= limits.perKey || total >= limits.total) return undefined;
      counts.set(key, count + 1);
      total += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        total -= 1;
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}
