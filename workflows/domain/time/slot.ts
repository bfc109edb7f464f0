/** A point in time as `Date.prototype.toISOString` writes it: UTC, ISO 8601, milliseconds. */
export type Instant = string;

/** An IANA time zone name such as `Europe/Berlin`. Windows names are translated at the edges. */
export type TimeZone = string;

/** A start and an end, both instants; the end is not part of the slot. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
}

/** The stable name of a slot inside a proposal: two slots with one key are the same time. */
export type SlotKey = string;

export function slotKey(slot: Slot): SlotKey {
  return `${slot.start}/${slot.end}`;
}

/** One slot from the first start to the last end; undefined where there is none. */
export function hull(slots: readonly Slot[]): Slot | undefined {
  const [first] = slots;
  if (first === undefined) return undefined;
  return slots.reduce<Slot>(
    (whole, { start, end }) => ({
      start: start < whole.start ? start : whole.start,
      end: end > whole.end ? end : whole.end,
    }),
    { start: first.start, end: first.end },
  );
}
