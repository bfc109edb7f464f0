import { onEdited, onEditRefused, onEventEdited } from './edit.ts';
import type { MeetingEvent } from './event.ts';
import { onAnswered } from './on-answer.ts';
import { onAsked, onBooked, onBookingFailed, onFinished, onTaken, onUndone } from './on-booking.ts';
import {
  onAttendeesChanged,
  onCancelled,
  onOrganizerConfirmed,
  onRescheduled,
  onSlotsChosen,
} from './on-organizer.ts';
import { onNoTimes, onSearchFailed, onTimesFound } from './on-search.ts';
import { onCalendarChanged, onDeadline, onReminderDue, onTookPlace } from './on-time.ts';
import { missingAnswers } from './missing-answers.ts';
import { record } from './record.ts';
import type { MeetingState } from './state.ts';

function next(state: MeetingState, event: MeetingEvent): MeetingState {
  const { phase } = state;
  switch (event.kind) {
    case 'timesFound':
      return phase.kind === 'searching' ? onTimesFound(state, phase, event) : state;
    case 'noTimes':
      return phase.kind === 'searching' ? onNoTimes(state, phase, event) : state;
    case 'serviceFailed':
      if (phase.kind === 'searching') return onSearchFailed(state, phase, event);
      return onBookingFailed(state, event);
    case 'asked':
      return onAsked(state, event);
    case 'answered':
      return onAnswered(state, event);
    case 'reminderDue':
      return onReminderDue(state, event);
    case 'remindedByHand':
      return record(state, {
        at: event.at,
        action: 'reminded',
        by: event,
        people: missingAnswers(state),
      });
    case 'deadlinePassed':
      return onDeadline(state, event);
    case 'organizerConfirmed':
      return onOrganizerConfirmed(state, event);
    case 'booked':
      return onBooked(state, event);
    case 'taken':
      return phase.kind === 'bookingUnderWay' ? onTaken(state, phase, event) : state;
    case 'finished':
      return onFinished(state, event);
    case 'calendarChanged':
      return onCalendarChanged(state, event);
    case 'slotsChosen':
      return onSlotsChosen(state, event);
    case 'rescheduled':
      return onRescheduled(state, event);
    case 'attendeesChanged':
      return onAttendeesChanged(state, event);
    case 'edited':
      return onEdited(state, event);
    case 'eventEdited':
      return onEventEdited(state, event);
    case 'editRefused':
      return onEditRefused(state, event);
    case 'cancelled':
      return onCancelled(state, event);
    case 'undone':
      return onUndone(state, event);
    case 'tookPlace':
      return onTookPlace(state, event);
  }
}

/**
 * The next state of a meeting; pure. An event that has no meaning in the state (a finding that comes too late) only
 * counts the version up. Whether somebody may cause an event is asked before, by a command's permission and its refusal.
 */
export function transition(state: MeetingState, event: MeetingEvent): MeetingState {
  return next({ ...state, version: state.version + 1, updatedAt: event.at }, event);
}
