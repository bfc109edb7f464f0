/** Messages that arrive while something else has to be read or sent first. */
interface HeldBack<Message> {
  /** Delivers, or keeps for `release`. */
  readonly take: (message: Message) => void;
  /** Delivers what was kept, in order; from then on everything is delivered as it arrives. */
  readonly release: () => void;
}

/**
 * For every subscription that begins with a snapshot: listen first, so that no change falls between the two; then read
 * and send the snapshot; then release what was heard meanwhile.
 */
export function holdBack<Message>(deliver: (message: Message) => void): HeldBack<Message> {
  let kept: Message[] | undefined = [];
  return {
    take: (message) => {
      if (kept === undefined) deliver(message);
      else kept.push(message);
    },
    release: () => {
      const early = kept ?? [];
      kept = undefined;
      for (const message of early) deliver(message);
    },
  };
}
