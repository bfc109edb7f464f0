import type { OrganizerQuestion } from '../../../workflows/domain/meeting/organizer-choice.ts';
import type { Names } from '../names.ts';

type Who = Names | undefined;

/** What the organizer is asked to decide, and how meetings end. */
export const decisions = {
  questions: {
    confirm: 'There are enough approvals.',
    roundsExhausted: (rounds: number) =>
      `No time suits everyone after ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`,
    deadline: (silent: Who) =>
      silent === undefined ? 'Not enough people approved in time.' : `${silent.text} didn’t answer in time.`,
    noSlot: (isBooked: boolean, hasFailed: boolean): string => {
      if (hasFailed) return isBooked ? 'No other time could be found.' : 'No time could be found.';
      return isBooked
        ? 'No other time suits everyone who is required.'
        : 'No time suits everyone who is required.';
    },
    notBooked: 'The meeting couldn’t be booked.',
  },
  /** What the organizer can do; follows the question where no buttons do. */
  advice: {
    confirm: 'Confirm the meeting, and it will be booked.',
    roundsExhausted: 'Choose one of the times, propose others, or cancel.',
    deadline: 'Confirm one of the times, send a reminder, propose others, or cancel.',
    noSlot: 'Allow more days, make it shorter, or propose a time anyway.',
    noOtherSlot: 'The meeting stays where it is.',
    conflict: 'Choose another time, or cancel.',
    eventMoved: 'Find another time, or leave it as it is.',
    eventDeclined: 'Find another time, or leave it as it is.',
  } satisfies Record<OrganizerQuestion['reason'] | 'noOtherSlot', string>,
  outcomes: {
    cancelled: (by: string, reason: string | undefined) =>
      reason === undefined ? `${by} cancelled the meeting.` : `${by} cancelled the meeting: “${reason}”`,
    notAnswered: (silent: Who) =>
      silent === undefined ? 'Not enough people approved in time.' : `${silent.text} didn’t answer in time.`,
    notDecided: 'Nobody decided in time.',
    noTimes: 'No time suits everyone who is required.',
    /** A service failed while times were searched; what it was follows. */
    noTimesFound: 'No time could be found.',
    tookPlace: 'The meeting took place.',
  },
};
