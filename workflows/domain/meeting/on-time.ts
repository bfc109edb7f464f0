import type { Slot } from '../time/slot.ts';
import type { AuditFact } from './audit-entry.ts';
import type { EventOf } from './event.ts';
import { endUndecided } from './end-undecided.ts';
import type { OrganizerChoice } from './organizer-choice.ts';
import { completeChoice } from './organizer-decides.ts';
import type { Undecided } from './outcome.ts';
import { missingAnswers } from './missing-answers.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { MeetingState } from './state.ts';
import type { WarningFact } from './warning.ts';

export function onReminderDue(state: MeetingState, { at }: EventOf<'reminderDue'>): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'collecting') return state;
  const next = { ...state, phase: { ...phase, remindersSent: phase.remindersSent + 1 } };
  return record(next, { at, action: 'reminded', people: missingAnswers(state) });
}

export function onDeadline(state: MeetingState, { at }: EventOf<'deadlinePassed'>): MeetingState {
  const { phase } = state;
  switch (phase.kind) {
    case 'collecting':
      return settle(state, at);
    case 'choosing':
      return endUndecided(state, 'expired', { kind: 'notDecided' }, at);
    case 'noTimesFound':
      return endUndecided(state, 'unschedulable', noTimes(phase.choice), at);
    case 'searching':
    case 'bookingUnderWay':
    case 'booked':
    case 'over':
      return state;
  }
}

function noTimes(choice: OrganizerChoice): Undecided {
  return { kind: 'noTimes', problem: choice.reason === 'noSlot' ? choice.problem : undefined };
}

/** What the organizer may want to do about it: move the meeting, or leave it. */
function choiceAfter(warnings: readonly WarningFact[]): OrganizerChoice | undefined {
  for (const warning of warnings) {
    if (warning.kind === 'moved') return completeChoice({ reason: 'eventMoved', slot: warning.slot });
    if (warning.kind === 'declined')
      return completeChoice({ reason: 'eventDeclined', personId: warning.personId });
  }
  return undefined;
}

/** What the calendar shows, as the audit trail tells it; undefined for what it does not show. */
function seenInCalendar(warning: WarningFact, before: Slot): AuditFact | undefined {
  switch (warning.kind) {
    case 'declined':
      return { action: 'declinedInCalendar', attendeeId: warning.personId };
    case 'moved':
      return { action: 'movedInCalendar', from: before, slot: warning.slot };
    case 'deleted':
      return { action: 'deletedInCalendar' };
    case 'conflict':
      return {
        action: 'conflict',
        isBooked: true,
        slot: before,
        people: [warning.personId],
        isRoomTaken: false,
      };
    case 'undelivered':
    case 'service':
      return undefined;
  }
}

/** Somebody changed a booked meeting in their calendar: the organizer is notified and decides. */
export function onCalendarChanged(state: MeetingState, event: EventOf<'calendarChanged'>): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'booked') return state;
  const { warnings, slot, at } = event;
  const choice = choiceAfter(warnings) ?? phase.choice;
  const booking = slot === undefined ? phase.booking : { ...phase.booking, slot };
  let next: MeetingState = {
    ...state,
    phase: { ...phase, booking, choice },
  };
  for (const warning of warnings) {
    next = warn(next, { ...warning, at });
    const fact = seenInCalendar(warning, phase.booking.slot);
    if (fact !== undefined) next = record(next, { at, ...fact });
  }
  return next;
}

export function onTookPlace(state: MeetingState, { at }: EventOf<'tookPlace'>): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'booked') return state;
  return record(
    {
      ...state,
      phase: {
        kind: 'over',
        status: 'confirmed',
        outcome: { kind: 'tookPlace' },
        booking: phase.booking,
        round: phase.round,
      },
    },
    { at, action: 'ended' },
  );
}
