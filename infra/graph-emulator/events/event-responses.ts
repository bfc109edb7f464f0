import { z } from 'zod';
import { answered, withStatus } from './event-copies.ts';
import { readZoned } from '../time/date-time.ts';
import { badRequest, invalidRequest } from '../graph-error.ts';
import type { EventAttendee, EventRecord, ResponseStatus } from './event-record.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import { actionParameters, graphBoolean, readBody, timeSlot } from '../protocol/request-body.ts';
import type { EmulatorState } from '../emulator-state.ts';

const responseBody = z.object({
  comment: z.string().max(100_000).nullish(),
  sendResponse: graphBoolean.nullish(),
  proposedNewTime: timeSlot.nullish(),
});

type Answer = 'accepted' | 'tentativelyAccepted' | 'declined';

/** What an attendee says to an invitation. */
export interface EventAnswer {
  readonly response: Answer;
  /** False: only the own copy changes, the organizer hears nothing. Graph's default is true. */
  readonly sendResponse: boolean;
  readonly proposed?: NonNullable<EventAttendee['proposed']>;
}

/** @throws GraphError 400 for a bad body, and for `proposedNewTime` with `accept`, which has no such parameter. */
export function readAnswer(response: Answer, body: unknown): EventAnswer {
  const parameters = actionParameters(body, Object.keys(responseBody.shape));
  const { sendResponse, proposedNewTime } = readBody(
    responseBody,
    parameters,
    'Microsoft.OutlookServices.Event',
  );
  const answer: EventAnswer = { response, sendResponse: sendResponse ?? true };
  if (proposedNewTime === undefined || proposedNewTime === null) return answer;
  if (response === 'accepted')
    throw invalidRequest('accept takes no proposedNewTime; use tentativelyAccept or decline.');
  const start = readZoned(proposedNewTime.start, 'ProposedNewTime.Start');
  const end = readZoned(proposedNewTime.end, 'ProposedNewTime.End');
  if (end.instantMs <= start.instantMs)
    throw badRequest('The proposed start time must be before its end time.', 'ErrorInvalidRequest');
  return {
    ...answer,
    proposed: { startMs: start.instantMs, endMs: end.instantMs, zoneName: start.zoneName },
  };
}

function proposedStatus(
  attendees: readonly EventAttendee[],
  address: string,
  status: ResponseStatus,
  answer: EventAnswer,
): readonly EventAttendee[] {
  const { proposed } = answer;
  const updated = withStatus(attendees, address, status);
  if (proposed === undefined) return updated;
  return updated.map((attendee) =>
    attendee.emailAddress.address.toLowerCase() === address.toLowerCase()
      ? { ...attendee, proposed }
      : attendee,
  );
}

/** The organizer's list follows what an attendee answered; for an occurrence it becomes an exception. */
function tellOrganizer(
  world: EmulatorState,
  copy: EventRecord,
  attendee: Mailbox,
  status: ResponseStatus,
  answer: EventAnswer,
): void {
  const organizer = world.directory.find(copy.details.organizer.address);
  if (organizer === undefined) return;
  const rows = world.events.ofMeeting(copy.uid, organizer.id);
  const exact = rows.find((row) => row.originalMs === copy.originalMs);
  const master = rows.find((row) => row.master === null);
  const occurrence =
    exact === undefined && master !== undefined && copy.originalMs !== null
      ? world.events
          .instances(master, copy.originalMs, copy.originalMs + 1)
          .find((row) => row.originalMs === copy.originalMs)
      : undefined;
  const target = exact ?? occurrence;
  if (target === undefined) return;
  const changed: EventRecord = {
    ...target,
    modified: status.time,
    details: {
      ...target.details,
      attendees: proposedStatus(target.details.attendees, attendee.mail, status, answer),
    },
  };
  if (target.kind === 'occurrence') world.events.insert({ ...changed, kind: 'exception' });
  else world.events.update(target, changed);
}

/**
 * Answers an invitation. A declined copy stays in the calendar, shown as free (Outlook's "save declined events").
 * @throws GraphError 400 to the organizer, and for a new time where none may be proposed or nobody would be notified.
 */
export function respond(
  world: EmulatorState,
  record: EventRecord,
  owner: Mailbox,
  answer: EventAnswer,
): void {
  if (record.details.isOrganizer) {
    throw invalidRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  if (record.cancelled)
    throw invalidRequest("Your request can't be completed. The meeting was canceled by its organizer.");
  if (answer.proposed !== undefined && !record.details.allowNewTimeProposals) {
    throw invalidRequest(
      "Your request can't be completed. New time proposals are not allowed for this meeting.",
    );
  }
  if (answer.proposed !== undefined && !answer.sendResponse) {
    throw invalidRequest(
      "Your request can't be completed. A new time can only be proposed when the response is sent.",
    );
  }
  const time = world.now().toISOString();
  const status: ResponseStatus = { response: answer.response, time };
  world.database.transaction(() => {
    const changed = answered(record, status, time);
    if (record.kind === 'occurrence') world.events.insert({ ...changed, kind: 'exception' });
    else world.events.update(record, changed);
    if (answer.sendResponse) tellOrganizer(world, record, owner, status, answer);
  });
}
