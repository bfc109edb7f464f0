import { touches } from './busy-list.ts';
import type { PersonReason, ReasonCode } from './candidate.ts';
import type { SlotSearchInput, StatusCounts } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';
import { includesStart } from './start-ranges.ts';
import type { Wish } from './wish.ts';

/**
 * Why a slot that starts at an epoch minute suits this person, or not: the gravest reason that applies.
 * `isUnblocked` says that nothing in their calendar is in the way, which then is not looked up again.
 */
export function personReason(
  person: SearchPerson,
  startMinute: number,
  input: SlotSearchInput,
  isUnblocked: boolean,
): PersonReason {
  const endMinute = startMinute + input.durationMinutes;
  return (
    (isUnblocked ? undefined : (calendarReason('busy') ?? bufferReason())) ??
    hoursReason('hard') ??
    wishReason('hard') ??
    calendarReason('ifNeedBe') ??
    hoursReason('soft') ??
    wishReason('soft') ??
    calendarReason('free') ??
    reason(true, 'free')
  );

  function calendarReason(counts: StatusCounts): PersonReason | undefined {
    for (const status of person.calendar().statuses) {
      if (status.counts === counts && touches(status.times, startMinute, endMinute)) {
        return reason(counts !== 'busy', status.status);
      }
    }
    return undefined;
  }

  function bufferReason(): PersonReason | undefined {
    const before = input.bufferBeforeMinutes;
    const after = input.bufferAfterMinutes;
    if (person.role !== 'required' || before + after === 0) return undefined;
    return touches(person.calendar().blocked, startMinute - before, endMinute + after)
      ? reason(false, 'buffer')
      : undefined;
  }

  function hoursReason(binding: SlotSearchInput['workingHours']): PersonReason | undefined {
    const { hours } = person;
    if (input.workingHours !== binding || hours === undefined) return undefined;
    if (!includesStart(hours.offHours, startMinute)) return undefined;
    return reason(binding === 'soft', 'outsideWorkingHours');
  }

  function wishReason(strength: Wish['strength']): PersonReason | undefined {
    for (const { wish, starts } of person.wishes) {
      if (wish.strength === strength && includesStart(starts, startMinute)) {
        return strength === 'hard'
          ? reason(false, 'againstHardWish', wish.text)
          : reason(true, 'againstWish', wish.text);
      }
    }
    return undefined;
  }

  function reason(suits: boolean, code: ReasonCode, text?: string): PersonReason {
    const { id, type } = person.attendee;
    return text === undefined
      ? { personId: id, type, suits, reason: code }
      : { personId: id, type, suits, reason: code, text };
  }
}
