import type { Person } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import { complete } from './partial-request/complete.ts';
import { addressesIn } from '../../workflows/domain/people/mail-address.ts';
import type { WrittenAddress } from '../../workflows/domain/people/mail-address.ts';
import { whoseAddress } from './lexicon/addresses.ts';
import { understand } from './understand.ts';
import type {
  DraftAttendee,
  DraftField,
  MeetingRequestDraft,
  Understanding,
  UnderstandInput,
} from './meaning/understanding.ts';

/** Whom the words of an answer may name; the draft itself keeps only who was in question. */
export type AnswerContext = Pick<UnderstandInput, 'directory' | 'addresses' | 'groups' | 'nearby'>;

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
  context: AnswerContext,
): MeetingRequestDraft | undefined {
  const { organizer } = draft;
  const isOfOrganizer = organizer !== undefined && organizer.person === undefined;
  const open = draft.attendees.findIndex(({ person }) => person === undefined);
  const attendee = draft.attendees[open];
  const asked = isOfOrganizer ? organizer : attendee;
  if (asked === undefined) return undefined;
  const [written] = addressesIn(value);
  if (written !== undefined && !isOfOrganizer && attendee !== undefined)
    return withAddress(draft, open, attendee, written, context);
  const person = chosen(value, asked, draft, context);
  if (person === undefined) return undefined;
  if (isOfOrganizer) return { ...draft, organizer: { name: organizer.name, person } };
  return attendee && withPerson(draft, open, attendee, person);
}

/** Somebody by a choice's value or by an address. */
function chosen(
  value: string,
  asked: Pick<DraftAttendee, 'candidates' | 'nearest'>,
  { sender }: MeetingRequestDraft,
  context: AnswerContext,
): Person | undefined {
  const [written] = addressesIn(value);
  const id = personId(value);
  const choices = [...context.directory, ...(asked.candidates ?? []), ...(asked.nearest ?? [])];
  const known = choices.find((one) => one.id === id);
  if (known !== undefined || written === undefined) return known;
  const sense = whoseAddress({ ...context, sender, members: [], mentions: [], rooms: [] }, written);
  return sense.kind === 'person' ? sense.person.candidates[0] : undefined;
}

/** An address in answer: a person, the members of a group, or what there is to ask about it. */
function withAddress(
  draft: MeetingRequestDraft,
  index: number,
  attendee: DraftAttendee,
  written: WrittenAddress,
  context: AnswerContext,
): MeetingRequestDraft | undefined {
  const { sender } = draft;
  const sense = whoseAddress({ ...context, sender, members: [], mentions: [], rooms: [] }, written);
  if (sense.kind === 'people') {
    const { type } = attendee;
    const members = sense.people.flatMap(({ name, candidates: [person] }) =>
      person === undefined ? [] : [{ name, person, type }],
    );
    return { ...draft, attendees: draft.attendees.toSpliced(index, 1, ...members) };
  }
  if (sense.kind !== 'person') return undefined;
  const { name, candidates, trouble } = sense.person;
  const [person] = candidates;
  if (person !== undefined) return withPerson(draft, index, attendee, person);
  const { nearest: _nearest, ...rest } = attendee;
  return { ...draft, attendees: draft.attendees.toSpliced(index, 1, { ...rest, name, trouble }) };
}

function withPerson(
  draft: MeetingRequestDraft,
  index: number,
  attendee: DraftAttendee,
  person: Person,
): MeetingRequestDraft {
  const { candidates: _candidates, nearest: _nearest, trouble: _trouble, ...rest } = attendee;
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
  context: AnswerContext,
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
    ...context,
    text: value,
    now: draft.now,
    timeZone: draft.timeZone,
    sender: draft.sender,
    directory: [
      ...context.directory,
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
