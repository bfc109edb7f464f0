import type { Instant, Slot } from '../time/slot.ts';
import type { Caller } from './caller.ts';
import { record } from './record.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingState } from './state.ts';

/** A meeting's first state, version 1. */
export function beginMeeting(input: {
  readonly meetingId: string;
  readonly request: MeetingRequest;
  /** Put to the attendees as they are, in place of a search. */
  readonly slots?: readonly Slot[] | undefined;
  readonly caller: Caller;
  readonly at: Instant;
}): MeetingState {
  const { meetingId, request, slots, caller, at } = input;
  const state: MeetingState = {
    meetingId,
    version: 1,
    request,
    phase: { kind: 'searching', order: { first: [], exactly: slots } },
    lastRound: 0,
    automaticRounds: 0,
    known: {},
    impossible: [],
    holds: [],
    taskIds: [],
    reachedBy: {},
    warnings: [],
    history: [],
    createdAt: at,
    updatedAt: at,
  };
  return record(state, { at, action: 'requested', by: { caller } });
}
