import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingStatus } from '../../workflows/domain/meeting/view.ts';
import type { Instant } from '../../workflows/domain/time/slot.ts';
import {
  attendeesAttribute,
  organizerAttribute,
  startAttribute,
  statusAttribute,
  waitingForAttribute,
} from '../../workflows/contract/search-attributes.ts';
import { meetingWorkflow } from '../../workflows/contract/messages/meeting-input.ts';

export interface MeetingFilter {
  readonly which: 'all' | 'organizedByMe' | 'waitingForMe';
  readonly status?: readonly MeetingStatus[];
  readonly startsAfter?: Instant;
  readonly startsBefore?: Instant;
}

/** A text literal of Temporal's list filters: quotes and backslashes cannot end it. */
function literal(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** The list filter for a caller's meetings (https://docs.temporal.io/list-filter). */
export function meetingQuery(caller: Caller, filter: MeetingFilter): string {
  const me = literal(personOf(caller));
  const mine = {
    all: `(${organizerAttribute.name} = ${me} OR ${attendeesAttribute.name} = ${me})`,
    organizedByMe: `${organizerAttribute.name} = ${me}`,
    waitingForMe: `${waitingForAttribute.name} = ${me}`,
  }[filter.which];
  const { status, startsAfter, startsBefore } = filter;
  return [
    `WorkflowType = ${literal(meetingWorkflow)}`,
    // A run that handed over to the next one is not a meeting of its own.
    "ExecutionStatus != 'ContinuedAsNew'",
    mine,
    ...(status === undefined || status.length === 0
      ? []
      : [`${statusAttribute.name} IN (${status.map(literal).join(', ')})`]),
    ...(startsAfter === undefined ? [] : [`${startAttribute.name} >= ${literal(startsAfter)}`]),
    ...(startsBefore === undefined ? [] : [`${startAttribute.name} < ${literal(startsBefore)}`]),
  ].join(' AND ');
}

/** The list filter for the meetings of an organizer that are booked and not over. */
export function bookedMeetingsQuery(organizerId: string): string {
  return [
    `WorkflowType = ${literal(meetingWorkflow)}`,
    "ExecutionStatus = 'Running'",
    `${organizerAttribute.name} = ${literal(organizerId)}`,
    `${statusAttribute.name} = ${literal('confirmed')}`,
  ].join(' AND ');
}
