import type { EmulatorState } from '../emulator-state.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import { BusyStretch } from './busy-stretch.ts';

const alignMs = 16 * 86_400_000;
const longestRememberedMs = 10 * alignMs;
const maximumCharacters = 32_000_000;

interface Remembered {
  readonly version: number;
  readonly stretch: BusyStretch;
}

/**
 * Who is busy when, remembered for each mailbox and zone until something changes in that mailbox: the same people
 * are asked for again and again, over windows that lie close together. Empties itself when it holds too much.
 */
export class CachedCalendars {
  readonly #world: EmulatorState;
  readonly #byZone = new Map<string, Map<string, Remembered>>();
  #characters = 0;

  constructor(world: EmulatorState) {
    this.#world = world;
  }

  /** A stretch that covers the window. */
  of(mailbox: Mailbox, zoneName: string, fromMs: number, toMs: number): BusyStretch {
    const version = this.#world.events.mailboxVersion(mailbox.id);
    const known = this.#byZone.get(zoneName)?.get(mailbox.id);
    const current = known?.version === version ? known.stretch : undefined;
    if (current?.covers(fromMs, toMs) === true) return current;
    const stretch = this.#read(mailbox, zoneName, fromMs, toMs, current);
    this.#characters += stretch.size - (known?.stretch.size ?? 0);
    if (this.#characters > maximumCharacters) {
      this.#byZone.clear();
      this.#characters = stretch.size;
    }
    const calendars = this.#byZone.get(zoneName) ?? new Map<string, Remembered>();
    this.#byZone.set(zoneName, calendars);
    calendars.set(mailbox.id, { version, stretch });
    return stretch;
  }

  /** Reads whole stretches of days, and what is remembered already along with them while that is not too long. */
  #read(
    mailbox: Mailbox,
    zoneName: string,
    fromMs: number,
    toMs: number,
    current: BusyStretch | undefined,
  ): BusyStretch {
    const alignedFromMs = Math.floor(fromMs / alignMs) * alignMs;
    const alignedToMs = Math.ceil(toMs / alignMs) * alignMs;
    const joinedFromMs = Math.min(alignedFromMs, current?.fromMs ?? alignedFromMs);
    const joinedToMs = Math.max(alignedToMs, current?.toMs ?? alignedToMs);
    const [readFromMs, readToMs] =
      joinedToMs - joinedFromMs <= longestRememberedMs
        ? [joinedFromMs, joinedToMs]
        : [alignedFromMs, alignedToMs];
    const busy = this.#world.events.busyTimes(mailbox.id, readFromMs, readToMs);
    return new BusyStretch(readFromMs, readToMs, busy, zoneName);
  }
}
