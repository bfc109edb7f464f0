import type { EventOf } from './event.ts';
import { endUndecided } from './end-undecided.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { MeetingState } from './state.ts';
import type { AuditEntry, OrganizerChoice } from './view.ts';

export function onReminderDue(state: MeetingState, { at }: EventOf<'reminderDue'>): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'collecting') return state;
  const next = { ...state, phase: { ...phase, remindersSent: phase.remindersSent + 1 } };
  return record(next, { at, action: 'reminded', message: 'Those whose answer is missing were reminded.' });
}

export function onDeadline(state: MeetingState, { at }: EventOf<'deadlinePassed'>): MeetingState {
  const { phase } = state;
  switch (phase.kind) {
    case 'collecting':
      return settle(state, at);
    case 'choosing':
      return endUndecided(state, 'expired', 'Nobody decided in time.', at);
    case 'noTimesFound':
      return endUndecided(state, 'unschedulable', phase.choice.message, at);
    case 'searching':
    case 'bookingUnderWay':
    case 'booked':
    case 'over':
      return state;
  }
}

const actionOf: Readonly<Record<string, AuditEntry['action']>> = {
  declined: 'declinedInCalendar',
  moved: 'movedInCalendar',
  deleted: 'deletedInCalendar',
  conflict: 'conflict',
};

/** What the organizer may want to do about it: move the meeting, or leave it. */
function choiceAfter(warnings: EventOf<'calendarChanged'>['warnings']): OrganizerChoice | undefined {
  const grave = warnings.find(({ kind }) => kind === 'moved' || kind === 'declined');
  if (grave === undefined) return undefined;
  return {
    reason: grave.kind === 'moved' ? 'eventMoved' : 'eventDeclined',
    message: `${grave.message} Find another time, or leave it as it is.`,
    candidates: [],
    obstacles: [],
    concessions: [],
  };
}

/** Somebody changed a booked meeting in their calendar: the organizer is told and decides. */
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
    const action = actionOf[warning.kind] ?? 'conflict';
    next = record(warn(next, { ...warning, at }), { at, action, message: warning.message });
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
        outcome: 'It took place.',
        booking: phase.booking,
        round: phase.round,
      },
    },
    { at, action: 'ended', message: 'The meeting is over.' },
  );
}
