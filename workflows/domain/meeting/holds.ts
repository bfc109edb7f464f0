import type { PersonId } from '../people/person.ts';
import type { Slot } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { HeldSlot } from './state.ts';

/** A slot to be kept on somebody's calendar. */
export type WantedHold = Pick<HeldSlot, 'ownerId' | 'slot'>;

function keyOf({ ownerId, slot }: WantedHold): string {
  return `${ownerId} ${slotKey(slot)}`;
}

/** Each slot on each owner's calendar. */
export function holdsFor(owners: readonly PersonId[], slots: readonly Slot[]): readonly WantedHold[] {
  return owners.flatMap((ownerId) => slots.map(({ start, end }) => ({ ownerId, slot: { start, end } })));
}

/** Those of the same owner and slot are the same, whatever event they are. */
export function holdsWithout<Held extends WantedHold>(
  holds: readonly Held[],
  others: readonly WantedHold[],
): readonly Held[] {
  const keys = new Set(others.map(keyOf));
  return holds.filter((hold) => !keys.has(keyOf(hold)));
}
