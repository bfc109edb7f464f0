import type { MeetingRequestDraft } from '../meaning/understanding.ts';
import type { NamedWishes, WhenSense } from '../meaning/sense.ts';

/**
 * "not before 10 their time" is a limit for each of the others in the own zone, wherever they are: a wish of
 * theirs that nothing may break rather than hours of the sender's day.
 */
export function withLimitsOfOthers(draft: MeetingRequestDraft): MeetingRequestDraft {
  const limits = draft.wanted.filter(isLimit);
  if (limits.length === 0) return draft;
  const wishes = limits.map((when): NamedWishes => ({
    people: [],
    when,
    strength: 'hard',
    only: true,
    text: 'their time',
  }));
  return {
    ...draft,
    wanted: draft.wanted.filter((when) => !isLimit(when)),
    wishes: [...draft.wishes, ...wishes],
  };
}

function isLimit({ theirs, items }: WhenSense): boolean {
  return (
    theirs === true &&
    items.every(
      ({ days, weekdays, across, hours }) =>
        days === undefined &&
        weekdays === undefined &&
        across === undefined &&
        hours?.part === undefined &&
        (hours?.from === undefined) !== (hours?.to === undefined),
    )
  );
}
