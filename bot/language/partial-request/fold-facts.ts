import { minuteOfDay } from '../../../workflows/domain/time/minute-of-day.ts';
import type { Token } from '../grammar/token.ts';
import type { DraftAttendee, MeetingRequestDraft } from '../meaning/understanding.ts';
import { answersBy } from '../times/answers-by.ts';
import type { Said } from './free-text.ts';
import { quote } from '../lexicon/names.ts';
import type { Fact, NamedPerson, NamedWishes } from '../meaning/sense.ts';
import { actionTitle, titleOf } from './title.ts';
import { impossibleOf, settlePreferences, timesOf } from '../times/said-times.ts';
import { endAt, replaceTimes, shiftTimes } from './follow-up.ts';
import type { RequestedAction } from '../../../workflows/domain/meeting/request.ts';

/** The draft with everything that was said; what is said again replaces what was said before. */
export function foldFacts(
  draft: MeetingRequestDraft,
  heard: readonly Said[],
  text: string,
  tokens: readonly Token[],
): MeetingRequestDraft {
  const said = settlePreferences(heard, { name: 'me', candidates: [draft.sender], self: true });
  const whens = timesOf(said, tokens);
  let folded: MeetingRequestDraft = { ...draft, wanted: replaceTimes(draft.wanted, whens, draft.today) };
  if (draft.wanted.length === 0) folded = { ...folded, wanted: whens };
  folded = withImpossible(folded, whens.length > 0, impossibleOf(said, text, tokens));
  for (const item of said) folded = foldOne(folded, item, text, tokens);
  return withNamedPeople(folded, said);
}

function withImpossible(
  { impossibleDate: before, ...draft }: MeetingRequestDraft,
  isNew: boolean,
  words: string | undefined,
): MeetingRequestDraft {
  const impossible = words ?? (isNew ? undefined : before);
  return { ...draft, ...(impossible === undefined ? {} : { impossibleDate: impossible }) };
}

function foldOne(
  draft: MeetingRequestDraft,
  said: Said,
  text: string,
  tokens: readonly Token[],
): MeetingRequestDraft {
  const { fact } = said;
  switch (fact.about) {
    case 'attendees':
      return { ...draft, attendees: withPeople(draft.attendees, fact.people, fact.type, draft.sender.id) };
    case 'without':
      return {
        ...draft,
        ...(fact.people.some(({ self }) => self === true) ? { organizerAttends: false } : {}),
        attendees: withoutPeople(draft.attendees, fact.people),
      };
    case 'organizer':
      return withOrganizer(draft, fact);
    case 'organizerAttends':
      return { ...draft, organizerAttends: fact.attends };
    case 'asking':
      return { ...draft, asks: fact.asks };
    case 'replace': {
      const { type = 'required' } = draft.attendees.find((a) => fact.out.some((p) => sameName(a, p))) ?? {};
      const kept = withoutPeople(draft.attendees, fact.out);
      return { ...draft, attendees: withPeople(kept, fact.people, type, draft.sender.id) };
    }
    case 'veto':
      return { ...draft, attendees: withVeto(draft, fact.people) };
    case 'duration':
      return fact.weak === true && draft.durationMinutes !== undefined
        ? draft
        : { ...draft, durationMinutes: fact.minutes };
    case 'endAt':
      return endAt(draft, minuteOfDay(fact.at));
    case 'longer':
      return { ...draft, durationMinutes: Math.max(5, (draft.durationMinutes ?? 30) + fact.minutes) };
    case 'timesAsLong':
      return {
        ...draft,
        durationMinutes: Math.max(5, Math.round((draft.durationMinutes ?? 30) * fact.factor)),
      };
    case 'avoid':
      return { ...draft, avoided: [...draft.avoided, fact.when] };
    case 'wish':
      return { ...draft, wishes: [...draft.wishes, wishOf(fact, quote(text, tokens, said.from, said.to))] };
    case 'moreOfWish':
      return { ...draft, wishes: withMoreOfWish(draft.wishes, fact.when) };
    case 'topic':
      return foldTopic(draft, said, text, tokens);
    case 'online':
      return { ...draft, isOnlineMeeting: fact.online };
    case 'room':
      return foldRoom(draft, fact);
    case 'quorum':
      return foldQuorum(draft, fact);
    case 'answersBy':
      return { ...draft, ...answersBy(draft, fact.when) };
    case 'answersWithin':
      return { ...draft, responseMinutes: fact.minutes };
    case 'options':
      return {
        ...draft,
        slotCount: fact.count,
        attendees: withPeople(draft.attendees, fact.people ?? [], 'required', draft.sender.id),
      };
    case 'ranking':
      return { ...draft, ranking: fact.ranking };
    case 'buffer':
      return { ...draft, bufferBeforeMinutes: fact.before, bufferAfterMinutes: fact.after };
    case 'notice':
      return { ...draft, minimumNoticeMinutes: fact.minutes };
    case 'confirmation':
      return { ...draft, confirmation: fact.by };
    case 'shift':
      return { ...draft, wanted: shiftTimes(draft.wanted, fact, draft.durationMinutes ?? 30) };
    case 'named':
      return {
        ...draft,
        attendees: withPeople(
          draft.attendees,
          draft.wishes.flatMap(({ people }) => people),
          'required',
          draft.sender.id,
        ),
      };
    case 'when':
      return fact.except === undefined ? draft : { ...draft, avoided: [...draft.avoided, fact.except] };
    case 'prefer':
    case 'unsupported':
    case 'ask':
    case 'filler':
      return draft;
  }
}

/**
 * Where nobody was invited, those are meant whose wishes were told: "Bob can't do Monday. An hour next week."
 * Else the conversation's members, where the words speak of a group: "team sync".
 */
function withNamedPeople(draft: MeetingRequestDraft, said: readonly Said[]): MeetingRequestDraft {
  if (draft.attendees.length > 0) return { ...draft, attendees: withSomebodyRequired(draft.attendees) };
  const wishers = draft.wishes.flatMap((wish) => wish.people);
  const group = said.flatMap(({ fact }) => ('among' in fact ? (fact.among ?? []) : []));
  const people = wishers.length > 0 ? wishers : group;
  return { ...draft, attendees: withPeople([], people, 'required', draft.sender.id) };
}

/** Of "Dan, Erin optional" the last is optional where nobody else would be required. */
function withSomebodyRequired(attendees: readonly DraftAttendee[]): readonly DraftAttendee[] {
  if (attendees.length < 2 || attendees.some(({ type }) => type === 'required')) return attendees;
  return attendees.map((attendee, index) =>
    index < attendees.length - 1 ? { ...attendee, type: 'required' } : attendee,
  );
}

function actionsOf({ keep, person }: Extract<Fact, { about: 'topic' }>, words: string): RequestedAction[] {
  const texts = keep === '' ? words.split(/[,;]/) : [words];
  const assignee = person?.candidates.length === 1 ? person.candidates[0] : undefined;
  return texts
    .map((part) => actionTitle(keep, part))
    .filter((title) => title !== '')
    .map((title) => ({ title, ...(assignee === undefined ? {} : { assigneeId: assignee.id }) }));
}

function sameName(attendee: DraftAttendee, person: NamedPerson): boolean {
  if (attendee.person !== undefined) return person.candidates.some(({ id }) => id === attendee.person?.id);
  return attendee.name.toLowerCase() === person.name.toLowerCase();
}

function withPeople(
  attendees: readonly DraftAttendee[],
  people: readonly NamedPerson[],
  type: 'required' | 'optional',
  senderId: string,
): DraftAttendee[] {
  const all = [...attendees];
  for (const person of people) {
    const [only, another] = person.candidates;
    if (person.self === true || (another === undefined && only?.id === senderId)) continue;
    const known = all.findIndex((attendee) => sameName(attendee, person));
    const before = all[known];
    if (before !== undefined) {
      all[known] = { ...before, type };
      continue;
    }
    all.push({
      name: person.name,
      type,
      ...(only !== undefined && another === undefined ? { person: only } : {}),
      ...(another === undefined ? {} : { candidates: person.candidates }),
      ...(person.trouble === undefined ? {} : { trouble: person.trouble }),
    });
  }
  return all;
}

function withOrganizer(
  draft: MeetingRequestDraft,
  { person: { name, candidates, trouble }, people }: Extract<Fact, { about: 'organizer' }>,
): MeetingRequestDraft {
  const [only, another] = candidates;
  const organizer = another === undefined ? { name, person: only, trouble } : { name, candidates };
  return {
    ...draft,
    organizer,
    organizerAttends: false,
    attendees: withPeople(draft.attendees, people, 'required', draft.sender.id),
  };
}

function withoutPeople(attendees: readonly DraftAttendee[], people: readonly NamedPerson[]): DraftAttendee[] {
  return attendees.filter((attendee) => !people.some((person) => sameName(attendee, person)));
}

function withVeto(draft: MeetingRequestDraft, people: readonly NamedPerson[]): DraftAttendee[] {
  const all = withPeople(
    draft.attendees,
    people.filter((person) => !draft.attendees.some((a) => sameName(a, person))),
    'required',
    draft.sender.id,
  );
  return all.map((attendee) =>
    people.some((person) => sameName(attendee, person)) ? { ...attendee, veto: true } : attendee,
  );
}

function wishOf(fact: Extract<Fact, { about: 'wish' }>, words: string): NamedWishes {
  const { people, when, strength, only } = fact;
  return { people, when, strength, only, text: words };
}

function withMoreOfWish(wishes: readonly NamedWishes[], when: NamedWishes['when']): NamedWishes[] {
  const last = wishes.at(-1);
  return last === undefined ? [...wishes] : [...wishes, { ...last, when }];
}

function foldTopic(
  draft: MeetingRequestDraft,
  said: Said,
  text: string,
  tokens: readonly Token[],
): MeetingRequestDraft {
  const { fact } = said;
  if (fact.about !== 'topic') return draft;
  const words = fact.words ?? quote(text, tokens, said.textFrom ?? said.from, said.to);
  switch (fact.field) {
    case 'title':
      return draft.title === undefined || fact.keep === ''
        ? { ...draft, title: titleOf(fact.keep, words) }
        : draft;
    case 'agenda':
      return { ...draft, agenda: words.trim() };
    case 'action':
      return { ...draft, actions: [...draft.actions, ...actionsOf(fact, words)] };
  }
}

function foldRoom(draft: MeetingRequestDraft, fact: Extract<Fact, { about: 'room' }>): MeetingRequestDraft {
  const { openRoom: _open, ...rest } = draft;
  const fitting = fact.rooms.filter(
    ({ capacity }) => fact.capacity === undefined || (capacity ?? Infinity) >= fact.capacity,
  );
  if (fact.any === true || fitting.length === 1) return { ...rest, rooms: fitting.map(({ id }) => id) };
  return { ...rest, rooms: [], openRoom: { name: fact.name, candidates: fitting } };
}

function foldQuorum(
  draft: MeetingRequestDraft,
  fact: Extract<Fact, { about: 'quorum' }>,
): MeetingRequestDraft {
  if (fact.count === 'everybody') {
    const { quorum: _quorum, ...rest } = draft;
    return rest;
  }
  const attendees = withPeople(draft.attendees, fact.people ?? [], 'required', draft.sender.id);
  return { ...draft, attendees, quorum: fact.count };
}
