import type { z } from 'zod';
import type { findTimes } from '../../../workflows/contract/catalogue/find-times.ts';
import type { propose } from '../../../workflows/contract/catalogue/propose.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { MeetingRequest, RequestedAction } from '../../../workflows/domain/meeting/request.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../../workflows/domain/policy/policy.ts';
import type { Clock } from '../../../workflows/ports/clock.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import { findPeople, findPerson, findRooms } from './find-people.ts';
import { nextWorkingDays, readSlot } from './wire-time.ts';

type Wanted = z.output<typeof findTimes.input>;
type Proposed = z.output<typeof propose.input>;

interface Ports {
  readonly directory: Directory;
  readonly clock: Clock;
}

/** The request that a caller's fields ask for. Throws InvalidInputError for times that cannot be read. */
export async function requestFrom(
  { directory, clock }: Ports,
  organizer: Person,
  input: Wanted | Proposed,
): Promise<Result<MeetingRequest>> {
  const people = await findPeople(directory, input.attendees, 'attendees', organizer.id);
  if (!people.ok) return people;
  const others = await findPeople(
    directory,
    input.optionalAttendees ?? [],
    'optionalAttendees',
    organizer.id,
  );
  if (!others.ok) return others;
  const rooms = await findRooms(directory, input.rooms ?? [], 'rooms');
  if (!rooms.ok) return rooms;
  const required = people.value.filter(({ id }) => id !== organizer.id);
  const optional = others.value.filter(
    ({ id }) => id !== organizer.id && !required.some((one) => one.id === id),
  );
  const { timeZone } = input;
  const windows =
    input.windows?.map((window, index) => readSlot(window, timeZone, `windows.${index}`)) ??
    nextWorkingDays(clock.now(), timeZone);
  const request: MeetingRequest = {
    title: 'Meeting',
    durationMinutes: input.durationMinutes,
    organizer,
    organizerAttends: input.organizerAttends === false ? false : undefined,
    timeZone,
    attendees: [
      ...required.map((person) => ({ person, type: 'required' as const, wishes: [] })),
      ...optional.map((person) => ({ person, type: 'optional' as const, wishes: [] })),
    ],
    wishes: [],
    oneOfRooms: rooms.value,
    isOnlineMeeting: true,
    windows,
    earliestTime: input.earliestTime,
    latestTime: input.latestTime,
    daysOfWeek: input.daysOfWeek,
    bufferBeforeMinutes: input.bufferMinutes ?? 0,
    bufferAfterMinutes: input.bufferMinutes ?? 0,
    minimumNoticeMinutes: 0,
    ranking: input.ranking ?? 'best',
    slotCount: 1,
    policy: defaultPolicy,
    actions: [],
  };
  return 'title' in input ? proposalFrom(directory, request, input) : { ok: true, value: request };
}

async function proposalFrom(
  directory: Directory,
  request: MeetingRequest,
  input: Proposed,
): Promise<Result<MeetingRequest>> {
  const actions: RequestedAction[] = [];
  for (const [index, { title, assignee }] of (input.actions ?? []).entries()) {
    if (assignee === undefined) {
      actions.push({ title });
      continue;
    }
    const person = await findPerson(directory, assignee, `actions.${index}.assignee`, request.organizer.id);
    if (!person.ok) return person;
    actions.push({ title, assigneeId: person.value.id });
  }
  const { quorum, withoutAsking, responseMinutes, organizerConfirms } = input;
  return {
    ok: true,
    value: {
      ...request,
      title: input.title,
      ...(input.agenda === undefined ? {} : { agenda: input.agenda }),
      isOnlineMeeting: input.isOnlineMeeting ?? request.isOnlineMeeting,
      slotCount: input.slots?.length ?? input.slotCount ?? 1,
      actions,
      policy: {
        ...request.policy,
        ...(quorum === undefined ? {} : { approval: { kind: 'quorum', count: quorum } }),
        ...(withoutAsking === true ? { approval: { kind: 'none' } } : {}),
        ...(responseMinutes === undefined ? {} : { responseMinutes, reminderMinutes: [responseMinutes / 2] }),
        ...(organizerConfirms === true ? { confirmation: 'organizer' } : {}),
      },
    },
  };
}
