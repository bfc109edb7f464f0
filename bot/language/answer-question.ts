import type { Person } from '../../workflows/domain/people/person.ts';
import { guestId, personId } from '../../workflows/domain/people/person.ts';
import { complete } from './partial-request/complete.ts';
import { findAddress } from './lexicon/names.ts';
import { understand } from './understand.ts';
import type {
  DraftAttendee,
  DraftField,
  MeetingRequestDraft,
  Understanding,
} from './meaning/understanding.ts';

/** Whom the words of an answer may name; the draft itself keeps only who was in question. */
export interface AnswerContext {
  readonly directory: readonly Person[];
}

/**
 * Completes a draft with one answer: a choice's value, an address, or words. An answer that does not fit
 * gives the same questions again.
 */
export function answerQuestion(
  draft: MeetingRequestDraft,
  field: DraftField,
  value: string,
  context: AnswerContext = { directory: [] },
): Understanding {
  const answered =
    field === 'attendees'
      ? answerPerson(draft, value, context)
      : field === 'room'
        ? answerRoom(draft, value)
        : field === 'zone'
          ? answerZone(draft, value)
          : undefined;
  const next = answered ?? answerInWords(draft, field, value, context);
  const completion = complete(next);
  if (!completion.complete)
    return { kind: 'question', questions: completion.questions, draft: next, leftover: [] };
  return { kind: 'request', request: completion.request, draft: next, understood: [value], leftover: [] };
}

function answerPerson(
  draft: MeetingRequestDraft,
  value: string,
  { directory }: AnswerContext,
): MeetingRequestDraft | undefined {
  const { organizer } = draft;
  const isOfOrganizer = organizer !== undefined && organizer.person === undefined;
  const open = draft.attendees.findIndex(({ person }) => person === undefined);
  const attendee = draft.attendees[open];
  const asked = isOfOrganizer ? organizer : attendee;
  if (asked === undefined) return undefined;
  const id = personId(value);
  const known = [...(asked.candidates ?? []), ...directory].find(
    (person) => person.id === id || person.mail === id,
  );
  const mail = findAddress(value);
  const person = known ?? (mail === undefined ? undefined : { id: guestId(mail), displayName: mail, mail });
  if (person === undefined) return undefined;
  if (isOfOrganizer) return { ...draft, organizer: { name: organizer.name, person } };
  return attendee && withPerson(draft, open, attendee, person);
}

function withPerson(
  draft: MeetingRequestDraft,
  index: number,
  attendee: DraftAttendee,
  person: Person,
): MeetingRequestDraft {
  const { candidates: _candidates, ...rest } = attendee;
  const attendees = draft.attendees.map((other, at) => (at === index ? { ...rest, person } : other));
  const wishes = draft.wishes.map((wish) => ({
    ...wish,
    people: wish.people.map((named) =>
      named.name === attendee.name ? { ...named, candidates: [person] } : named,
    ),
  }));
  return { ...draft, attendees, wishes };
}

function answerRoom(draft: MeetingRequestDraft, value: string): MeetingRequestDraft | undefined {
  const room = draft.openRoom?.candidates.find(({ id }) => id === personId(value));
  if (room === undefined) return undefined;
  const { openRoom: _open, ...rest } = draft;
  return { ...rest, rooms: [room.id] };
}

/** "Shanghai", or its zone: in whose clocks the times were meant. */
function answerZone(draft: MeetingRequestDraft, value: string): MeetingRequestDraft | undefined {
  const wanted = draft.wanted.map(({ openZone, ...when }) => {
    const zone = openZone?.zones.find(
      ({ label, timeZone }) => timeZone === value || label.toLowerCase() === value.trim().toLowerCase(),
    );
    return zone === undefined ? { ...when, openZone } : { ...when, timeZone: zone.timeZone };
  });
  return JSON.stringify(wanted) === JSON.stringify(draft.wanted) ? undefined : { ...draft, wanted };
}

/** Words are understood as a follow-up; for times they take the place of what left none. */
function answerInWords(
  draft: MeetingRequestDraft,
  field: DraftField,
  value: string,
  { directory }: AnswerContext,
): MeetingRequestDraft {
  const open = draft.attendees.find(({ person }) => person === undefined);
  const pending =
    field === 'window'
      ? { ...draft, wanted: [], avoided: [] }
      : field === 'duration'
        ? { ...draft, durationMinutes: undefined }
        : field === 'attendees' && open !== undefined
          ? { ...draft, attendees: draft.attendees.filter((attendee) => attendee !== open) }
          : draft;
  const understood = understand({
    text: value,
    now: draft.now,
    timeZone: draft.timeZone,
    sender: draft.sender,
    directory: [
      ...directory,
      ...draft.attendees.flatMap(({ person, candidates = [] }) =>
        person === undefined ? candidates : [person],
      ),
    ],
    rooms: [],
    members: [],
    mentions: [],
    pending,
    locale: draft.locale,
  });
  return understood.kind === 'change' || understood.kind === 'question' ? understood.draft : draft;
}
