import type { PersonId } from '../people/person.ts';
import { slotKey } from '../time/slot.ts';
import type { Booked } from './state.ts';

/** Who said `yes` or `ifNeedBe` to the time that is booked, before or after it was. */
export function approvers({ booking, round }: Pick<Booked, 'booking' | 'round'>): readonly PersonId[] {
  const key = slotKey(booking.slot);
  return Object.values(round?.ballots ?? {})
    .filter(({ answers }) => (answers[key] ?? 'no') !== 'no')
    .map(({ personId }) => personId);
}
