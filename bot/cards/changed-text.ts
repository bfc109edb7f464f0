import type { MeetingRequestDraft } from '../language/meaning/understanding.ts';
import type { Reader } from '../words/reader.ts';
import { durationText } from '../words/times.ts';

/** Of a draft, what is only noted with it. */
const unsaid: ReadonlySet<string> = new Set(['version', 'now', 'today', 'locale', 'sender', 'timeZone']);
const ofTimes: ReadonlySet<string> = new Set(['wanted', 'avoided', 'wishes', 'impossibleDate', 'ranking']);
const ofPlace: ReadonlySet<string> = new Set(['rooms', 'openRoom', 'isOnlineMeeting']);

function namesOf({ attendees }: MeetingRequestDraft): readonly string[] {
  return attendees.map(
    ({ name, person, type }) => `${person?.displayName ?? name}${type === 'optional' ? '?' : ''}`,
  );
}

function missingFrom(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name)).map((name) => name.replace('?', ''));
}

/**
 * What a follow-up changed in a wish, so that nobody has to compare two cards: `Changed: 1 hour in place of 30 minutes,
 * with Carol too.` Undefined where nothing is different.
 */
export function changedText(
  before: MeetingRequestDraft,
  after: MeetingRequestDraft,
  fields: readonly string[],
  reader: Reader,
): string | undefined {
  const { acts, cards, times } = reader.words;
  const { changed } = acts;
  const texts: string[] = [];
  const left = new Set(fields.filter((field) => !unsaid.has(field)));
  const takes = (some: ReadonlySet<string>): boolean => {
    const found = [...some].filter((field) => left.delete(field));
    return found.length > 0;
  };
  if (takes(new Set(['durationMinutes'])) && after.durationMinutes !== undefined) {
    const now = durationText(after.durationMinutes, reader);
    texts.push(
      before.durationMinutes === undefined
        ? now
        : changed.inPlaceOf(now, durationText(before.durationMinutes, reader)),
    );
  }
  if (takes(new Set(['title'])) && after.title !== undefined) {
    const now = cards.quote(after.title);
    texts.push(before.title === undefined ? now : changed.inPlaceOf(now, cards.quote(before.title)));
  }
  if (takes(new Set(['attendees']))) {
    const added = missingFrom(namesOf(after), namesOf(before));
    const removed = missingFrom(namesOf(before), namesOf(after)).filter((name) => !added.includes(name));
    if (added.length > 0) texts.push(changed.added(times.list(added)));
    if (removed.length > 0) texts.push(changed.removed(times.list(removed)));
  }
  if (takes(ofTimes)) texts.push(changed.times);
  if (takes(ofPlace)) texts.push(changed.place);
  if (left.size > 0) texts.push(changed.rest);
  return texts.length === 0 ? undefined : changed.summary(texts.join(', '));
}
