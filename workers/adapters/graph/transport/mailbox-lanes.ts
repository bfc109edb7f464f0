interface Waiting {
  readonly needs: ReadonlyMap<string, number>;
  readonly start: () => void;
}

/** Outlook serves four requests at a time of one app in one mailbox (throttling-limits of the Graph documentation). */
export const lanesPerMailbox = 4;

/** The mailbox that a request works in, by its path; undefined where it works in none. */
export function mailboxOf(path: string): string | undefined {
  const match = /^\/users\/([^/?]+)\/(?:calendar|calendarView|events|mailboxSettings|sendMail)\b/.exec(path);
  return match?.[1]?.toLowerCase();
}

/** Keeps requests waiting until every mailbox that they work in has lanes free; first come, first served. */
export class MailboxLanes {
  private readonly used = new Map<string, number>();
  private waiting: Waiting[] = [];

  /** Runs the work with as many lanes of each mailbox as it has paths in it. */
  async run<Value>(paths: readonly string[], work: () => Promise<Value>): Promise<Value> {
    const needs = new Map<string, number>();
    for (const path of paths) {
      const mailbox = mailboxOf(path);
      if (mailbox !== undefined) needs.set(mailbox, (needs.get(mailbox) ?? 0) + 1);
    }
    await new Promise<void>((start) => {
      this.waiting.push({ needs, start });
      this.startWhatFits();
    });
    try {
      return await work();
    } finally {
      this.take(needs, -1);
      this.startWhatFits();
    }
  }

  private take(needs: ReadonlyMap<string, number>, sign: 1 | -1): void {
    for (const [mailbox, count] of needs) {
      const used = (this.used.get(mailbox) ?? 0) + sign * count;
      if (used > 0) this.used.set(mailbox, used);
      else this.used.delete(mailbox);
    }
  }

  private startWhatFits(): void {
    const blocked = new Set<string>();
    this.waiting = this.waiting.filter((waiting) => {
      const fits = [...waiting.needs].every(
        ([mailbox, count]) =>
          !blocked.has(mailbox) && (this.used.get(mailbox) ?? 0) + count <= lanesPerMailbox,
      );
      if (fits) {
        this.take(waiting.needs, 1);
        waiting.start();
      } else {
        // Who came first is not overtaken in a mailbox it waits for.
        for (const mailbox of waiting.needs.keys()) blocked.add(mailbox);
      }
      return !fits;
    });
  }
}
