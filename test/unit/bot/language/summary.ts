import type { MeetingRequest } from '../../../../workflows/domain/meeting/request.ts';
import { defaultPolicy } from '../../../../workflows/domain/policy/policy.ts';
import type { Wish } from '../../../../workflows/domain/slots/wish.ts';
import type { Slot } from '../../../../workflows/domain/time/slot.ts';
import type { Understanding } from '../../../../bot/language/meaning/understanding.ts';

/** What a sentence is expected to mean, in words of the sentences' files; absent is the default. */
export type Summary = Readonly<Record<string, unknown>>;

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

const windowText = ({ start, end }: Slot): string =>
  [start, end].map((instant) => berlin.format(new Date(instant)).slice(5)).join(' to ');

function wishText({ strength, daysOfWeek, dates, startTime, endTime }: Wish): string {
  const days = [...(daysOfWeek ?? []), ...(dates ?? [])].join(' ');
  const hours =
    startTime === undefined && endTime === undefined ? '' : `${startTime ?? '00:00'}-${endTime ?? '24:00'}`;
  return [strength, days, hours].filter((word) => word !== '').join(' ');
}

/** Drops what is empty, so that expectations name only what was said. */
function compact(fields: Record<string, unknown>): Summary {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function requestSummary(request: MeetingRequest): Record<string, unknown> {
  const names = (type: 'required' | 'optional') =>
    request.attendees.filter((attendee) => attendee.type === type).map(({ person }) => person.displayName);
  const wishes = [
    ...request.attendees.flatMap(({ person, wishes: own }) =>
      own.map((wish) => `${person.displayName}: ${wishText(wish)}`),
    ),
    ...request.wishes.map((wish) => `me: ${wishText(wish)}`),
  ];
  const { policy } = request;
  const isDefaultTitle = /^Meeting (with|of) /.test(request.title);
  return {
    title: isDefaultTitle ? undefined : request.title,
    agenda: request.agenda,
    minutes: request.durationMinutes === 30 ? undefined : request.durationMinutes,
    required: names('required'),
    optional: names('optional'),
    windows: request.windows.map(windowText),
    wishes,
    rooms: request.oneOfRooms,
    inPerson: request.isOnlineMeeting ? undefined : true,
    earliest: request.ranking === 'earliest' ? true : undefined,
    options: request.slotCount === 1 ? undefined : request.slotCount,
    quorum: policy.approval.kind === 'quorum' ? policy.approval.count : undefined,
    answersInMinutes:
      policy.responseMinutes === defaultPolicy.responseMinutes ? undefined : policy.responseMinutes,
    vetoes: policy.vetoes,
    confirmation: policy.confirmation === 'auto' ? undefined : policy.confirmation,
    actions: request.actions.map(({ title, assigneeId }) =>
      assigneeId === undefined ? title : `${assigneeId}: ${title}`,
    ),
    buffers:
      request.bufferBeforeMinutes + request.bufferAfterMinutes === 0
        ? undefined
        : `${String(request.bufferBeforeMinutes)}/${String(request.bufferAfterMinutes)}`,
    noticeMinutes: request.minimumNoticeMinutes === 0 ? undefined : request.minimumNoticeMinutes,
  };
}

/** The meaning of a sentence as the labels write it. */
export function summaryOf(understanding: Understanding): Summary {
  switch (understanding.kind) {
    case 'request':
      return compact({ ...requestSummary(understanding.request), leftover: understanding.leftover });
    case 'change':
      return compact({
        change: understanding.changed,
        ...requestSummary(understanding.request),
        leftover: understanding.leftover,
      });
    case 'question':
      return compact({
        questions: understanding.questions.map(({ code, quoted, choices }) =>
          [code, quoted, ...(choices.length > 0 && code !== 'noTimeLeft' ? [String(choices.length)] : [])]
            .filter((word) => word !== undefined)
            .join(' '),
        ),
        leftover: understanding.leftover,
      });
    case 'act': {
      const { act, which, to } = understanding;
      return compact({
        act,
        ...(which.waitingForMe === true ? { waitingForMe: true } : {}),
        title: which.title,
        people: which.people.map(({ name, candidates }) => candidates[0]?.displayName ?? `?${name}`),
        option: to.option,
        timed: [...which.when, ...to.when].length > 0 ? true : undefined,
      });
    }
    case 'talk':
      return { talk: understanding.act };
    case 'unsure':
      return { unsure: understanding.acts };
    case 'nothing':
      return { nothing: true };
  }
}
