import type { z } from 'zod';
import type { candidateOut, meetingOut } from '../../../workflows/contract/catalogue/fields.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Candidate } from '../../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../../workflows/domain/slots/search-input.ts';
import type { TimeZone } from '../../../workflows/domain/time/slot.ts';
import type { DescribeMeeting } from '../describe-meeting.ts';
import { writeSlot } from './wire-time.ts';

/** Names of people and rooms, by id. */
export type Names = ReadonlyMap<PersonId, string>;

function namesIn(view: Pick<MeetingView, 'organizer' | 'attendees'>): Names {
  return new Map(
    [view.organizer, ...view.attendees.map(({ person }) => person)].map(({ id, displayName }) => [
      id,
      displayName,
    ]),
  );
}

export function writeCandidate(
  candidate: Candidate,
  timeZone: TimeZone,
  names: Names,
): z.output<typeof candidateOut> {
  return {
    ...writeSlot(candidate, timeZone),
    score: candidate.score,
    ...(candidate.roomId === undefined ? {} : { room: candidate.roomId }),
    reasons: candidate.reasons.map(({ personId, type, suits, reason, text }) => ({
      person: personId,
      name: names.get(personId) ?? personId,
      type,
      suits,
      reason: text === undefined ? reason : `${reason}: ${text}`,
    })),
  };
}

const blockers: Readonly<Record<Obstacle['constraint'], string>> = {
  busy: 'is busy',
  unknown: 'has a calendar that cannot be read',
  workingHours: 'is outside working hours',
  wish: 'would rather not',
  room: 'No room is free',
  dailyWindow: 'The hours of the day asked for are too few',
  daysOfWeek: 'The days of the week asked for are too few',
  notice: 'It is too soon',
  window: 'The days asked for are too short for the meeting',
};

/** An obstacle as a sentence. */
export function writeObstacle({ constraint, personId, blockedStarts }: Obstacle, names: Names): string {
  const what = blockers[constraint];
  const whole = personId === undefined ? what : `${names.get(personId) ?? personId} ${what}`;
  return `${whole} (${blockedStarts} of the starts).`;
}

const gifts: Readonly<Record<Concession['give'], string>> = {
  requiredPerson: 'Make this person optional',
  wish: 'Set aside the wishes',
  hour: 'Begin an hour earlier or end an hour later',
  room: 'Do without a room',
  workingHours: 'Meet outside working hours',
};

export function writeConcession(concession: Concession, timeZone: TimeZone, names: Names) {
  const { give, personId, candidates } = concession;
  const whose = personId === undefined ? '' : `: ${names.get(personId) ?? personId}`;
  return {
    give: `${gifts[give]}${whose}`,
    candidates: candidates.map((candidate) => writeCandidate(candidate, timeZone, names)),
  };
}

/** A meeting as callers of the catalogue see it, in their zone or the meeting's; a refusal stays what it is. */
export function written(
  result: Result<MeetingView>,
  describe: DescribeMeeting,
  timeZone?: TimeZone,
): Result<z.output<typeof meetingOut>> {
  if (!result.ok) return result;
  return { ok: true, value: writeMeeting(result.value, describe, timeZone ?? result.value.timeZone) };
}

function writeMeeting(
  view: MeetingView,
  describe: DescribeMeeting,
  timeZone: TimeZone,
): z.output<typeof meetingOut> {
  const sentences = describe(view, timeZone);
  const names = namesIn(view);
  const { proposal, booking, choice } = view;
  const candidate = (one: Candidate) => writeCandidate(one, timeZone, names);
  return {
    meetingId: view.meetingId,
    version: view.version,
    status: view.status,
    title: view.title,
    ...(view.place === undefined ? {} : { place: view.place }),
    durationMinutes: view.durationMinutes,
    timeZone,
    organizer: { id: view.organizer.id, name: view.organizer.displayName, mail: view.organizer.mail },
    organizerAttends: view.organizerAttends,
    requestedBy: view.requestedBy?.id,
    attendees: view.attendees.map(({ person, type, approval }) => ({
      id: person.id,
      name: person.displayName,
      mail: person.mail,
      type,
      approval,
    })),
    proposedSlots: (proposal?.slots ?? []).map(candidate),
    ...(proposal === undefined ? {} : { round: proposal.round, deadline: proposal.deadline }),
    ...(booking === undefined ? {} : { confirmedSlot: writeSlot(booking.slot, timeZone) }),
    ...(booking?.joinUrl === undefined ? {} : { joinUrl: booking.joinUrl }),
    ...(choice === undefined
      ? {}
      : {
          choice: {
            reason: choice.reason,
            message: sentences.choice ?? '',
            candidates: choice.candidates.map(candidate),
          },
        }),
    warnings: [...sentences.warnings],
    outcome: sentences.outcome,
    ending: view.outcome?.kind,
    isStale: view.isStale,
  };
}
