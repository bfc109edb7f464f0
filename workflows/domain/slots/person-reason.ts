import { touches } from './busy-list.ts';
import type { PersonReason, ReasonCode } from './candidate.ts';
import type { SlotSearchInput } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';
import { countsAs } from './search-person.ts';
import type { StartRanges } from './start-ranges.ts';

/** Why a slot that starts at an epoch minute suits this person, or not: the gravest reason that applies. */
export function personReason(
  person: SearchPerson,
  startMinute: number,
  input: SlotSearchInput,
): PersonReason {
  const endMinute = startMinute + input.durationMinutes;
  const { blocked, statuses, wishes, hours } = person;
  const met = statuses.filter(([, busy]) => touches(busy, startMinute, endMinute)).map(([status]) => status);
  const blocking = met.find((status) => countsAs(input, status) === 'busy');
  if (blocking !== undefined) return reason(false, blocking);
  if (
    person.role === 'required' &&
    touches(blocked, startMinute - input.bufferBeforeMinutes, endMinute + input.bufferAfterMinutes)
  ) {
    return reason(false, 'buffer');
  }
  const isOff =
    input.workingHours !== 'ignored' && hours !== undefined && includes(hours.offHours, startMinute);
  if (isOff && input.workingHours === 'hard') return reason(false, 'outsideWorkingHours');
  const against = wishes.filter(({ starts }) => includes(starts, startMinute)).map(({ wish }) => wish);
  const hard = against.find(({ strength }) => strength === 'hard');
  if (hard !== undefined) return reason(false, 'againstHardWish', hard.text);
  const unwelcome = met.find((status) => countsAs(input, status) === 'ifNeedBe');
  if (unwelcome !== undefined) return reason(true, unwelcome);
  if (isOff) return reason(true, 'outsideWorkingHours');
  const [soft] = against;
  if (soft !== undefined) return reason(true, 'againstWish', soft.text);
  return reason(true, met[0] ?? 'free');

  function reason(suits: boolean, code: ReasonCode, text?: string): PersonReason {
    const { id, type } = person.attendee;
    return { personId: id, type, suits, reason: code, ...(text === undefined ? {} : { text }) };
  }
}

function includes(ranges: StartRanges, startMinute: number): boolean {
  // Ranges include their last minute, intervals do not.
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[2 * middle + 1] ?? 0) >= startMinute) high = middle;
    else low = middle + 1;
  }
  return 2 * low < ranges.length && (ranges[2 * low] ?? 0) <= startMinute;
}
