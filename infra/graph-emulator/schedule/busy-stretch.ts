import type { BusyTime } from '../events/event-rows.ts';
import type { FreeBusyStatus } from '../events/event-record.ts';
import { zoned } from '../time/date-time.ts';

/** Digits of `availabilityView`. */
const digits: Readonly<Record<FreeBusyStatus, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
  unknown: '0',
};
const zeroCode = 0x30;
/** Of the digits 0 to 4: where several things overlap, the highest counts. */
const ranks = Uint8Array.of(0, 2, 3, 4, 1);

/** Where the first start at or after `wantedMs` is, in starts in order. */
function firstFrom(startsMs: Float64Array, wantedMs: number): number {
  let low = 0;
  let high = startsMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((startsMs[middle] ?? Infinity) < wantedMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What one mailbox is busy with in `[fromMs, toMs)`: times as numbers, and each `scheduleItem` of Graph as JSON text
 * in one zone. Every window inside is answered from here without writing an item again.
 */
export class BusyStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly #startsMs: Float64Array;
  readonly #endsMs: Float64Array;
  readonly #digits: Uint8Array;
  /** All items, each followed by a comma; item n is from `#offsets[n]` to `#offsets[n + 1]`. */
  readonly #text: string;
  readonly #offsets: Uint32Array;
  readonly #longestMs: number;
  #last:
    { readonly fromMs: number; readonly toMs: number; readonly stepMs: number; text?: string } | undefined;

  constructor(fromMs: number, toMs: number, busy: readonly BusyTime[], zoneName: string) {
    this.fromMs = fromMs;
    this.toMs = toMs;
    this.#startsMs = Float64Array.from(busy, ({ startMs }) => startMs);
    this.#endsMs = Float64Array.from(busy, ({ endMs }) => endMs);
    this.#digits = Uint8Array.from(busy, ({ status }) => Number(digits[status]));
    this.#longestMs = busy.reduce((longest, { startMs, endMs }) => Math.max(longest, endMs - startMs), 0);
    this.#offsets = new Uint32Array(busy.length + 1);
    const items = busy.map(({ startMs, endMs, ...item }) => {
      const written = { ...item, start: zoned(startMs, zoneName), end: zoned(endMs, zoneName) };
      return `${JSON.stringify(written)},`;
    });
    let length = 0;
    for (const [position, item] of items.entries()) {
      length += item.length;
      this.#offsets[position + 1] = length;
    }
    this.#text = items.join('');
  }

  /** How much it holds, in characters. */
  get size(): number {
    return this.#text.length;
  }

  covers(fromMs: number, toMs: number): boolean {
    return this.fromMs <= fromMs && toMs <= this.toMs;
  }

  #itemText(first: number, end: number): string {
    return this.#text.slice(this.#offsets[first], this.#offsets[end]);
  }

  /** The members of `scheduleItems` of a window inside, with commas between, by start. */
  items(fromMs: number, toMs: number): string {
    const end = firstFrom(this.#startsMs, toMs);
    let position = firstFrom(this.#startsMs, fromMs - this.#longestMs);
    let text = '';
    // What began before the window, or has no length at its edge, belongs to it only if it goes on.
    for (; position < end && (this.#startsMs[position] ?? 0) <= fromMs; position += 1) {
      if ((this.#endsMs[position] ?? 0) > fromMs) text += this.#itemText(position, position + 1);
    }
    if (position === end) return text.slice(0, -1);
    return text + this.#text.slice(this.#offsets[position], (this.#offsets[end] ?? 0) - 1);
  }

  /** Graph's `availabilityView` of a window inside: one digit for each `stepMs`. */
  view(fromMs: number, toMs: number, stepMs: number): string {
    const slots = Buffer.allocUnsafe(Math.ceil((toMs - fromMs) / stepMs)).fill(zeroCode);
    const end = firstFrom(this.#startsMs, toMs);
    for (let item = firstFrom(this.#startsMs, fromMs - this.#longestMs); item < end; item += 1) {
      const endMs = this.#endsMs[item] ?? 0;
      if (endMs <= fromMs) continue;
      const digit = this.#digits[item] ?? 0;
      const last = Math.min(slots.length, Math.ceil((endMs - fromMs) / stepMs));
      const first = Math.max(0, Math.floor(((this.#startsMs[item] ?? 0) - fromMs) / stepMs));
      for (let slot = first; slot < last; slot += 1) {
        const present = (slots[slot] ?? zeroCode) - zeroCode;
        if ((ranks[digit] ?? 0) > (ranks[present] ?? 0)) slots[slot] = zeroCode + digit;
      }
    }
    return slots.toString('latin1');
  }

  /** Both as members of a JSON object. A window that is asked for twice in a row is remembered from then on. */
  members(fromMs: number, toMs: number, stepMs: number): string {
    const last = this.#last;
    const isRepeated = last?.fromMs === fromMs && last.toMs === toMs && last.stepMs === stepMs;
    if (isRepeated && last.text !== undefined) return last.text;
    const view = this.view(fromMs, toMs, stepMs);
    const text = `"availabilityView":"${view}","scheduleItems":[${this.items(fromMs, toMs)}]`;
    if (isRepeated) last.text = text;
    else this.#last = { fromMs, toMs, stepMs };
    return text;
  }
}
