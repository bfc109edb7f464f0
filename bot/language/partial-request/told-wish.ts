import type { RequestContext } from '../meaning/sense.ts';
import type { MeetingRequestDraft, UnderstandInput, Understanding } from '../meaning/understanding.ts';
import { complete } from './complete.ts';

/** The pending draft is as old as its last word; the days it speaks of stay the same. */
export function draftBefore(input: UnderstandInput, context: RequestContext): MeetingRequestDraft {
  if (input.pending !== undefined) return { ...input.pending, now: input.now, today: context.day };
  return {
    version: 1,
    sender: input.sender,
    timeZone: input.timeZone,
    now: input.now,
    today: context.day,
    locale: context.locale,
    attendees: [],
    wishes: [],
    rooms: [],
    wanted: [],
    avoided: [],
    actions: [],
  };
}

interface Told {
  /** The wish before, which this one changes. */
  readonly pending?: MeetingRequestDraft;
  readonly understood: readonly string[];
  readonly leftover: readonly string[];
}

/** A draft as a request or a change, or what is open about it. */
export function toldWish(
  draft: MeetingRequestDraft,
  { pending, understood, leftover }: Told,
): Extract<Understanding, { kind: 'request' | 'question' | 'change' }> {
  const completion = complete(draft);
  const different = pending === undefined ? undefined : changedFields(pending, draft);
  if (!completion.complete) {
    return { kind: 'question', questions: completion.questions, changed: different, draft, leftover };
  }
  const { request } = completion;
  return different === undefined
    ? { kind: 'request', request, draft, understood, leftover }
    : { kind: 'change', request, draft, changed: different, leftover };
}

/** The fields of a draft that are different now. */
export function changedFields<Told extends object>(before: Told, after: Told): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (one: Told, field: string): string =>
    JSON.stringify(Object.entries(one).find(([name]) => name === field)?.[1]);
  return [...fields].filter(
    (field) => field !== 'now' && field !== 'today' && value(before, field) !== value(after, field),
  );
}
