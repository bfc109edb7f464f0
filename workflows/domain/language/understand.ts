import { InvalidInputError } from '../meeting/invalid-input.ts';
import { instantMs } from '../time/instant.ts';
import { calendarDay } from '../time/calendar-day.ts';
import { minuteOfDay } from '../time/minute-of-day.ts';
import { instantToLocal } from '../time/zone.ts';
import { findAll } from './grammar/chart.ts';
import { tokenize } from './grammar/token.ts';
import type { Token } from './grammar/token.ts';
import { complete } from './request/complete.ts';
import { foldFacts } from './request/fold-facts.ts';
import { coverWithTopics } from './request/free-text.ts';
import type { Said } from './request/free-text.ts';
import { englishRequestLexers, englishRequestRules, isEnglishVocabulary } from './request/grammar.ts';
import { nameLexer, quote, roomLexer, strangerLexer } from './request/names.ts';
import type { RequestContext } from './request/sense.ts';
import type { MeetingRequestDraft, Understanding, UnderstandInput } from './understanding.ts';

/** Longer texts are cut: nobody asks for a meeting in more. */
const longestText = 4000;

/**
 * What a sentence means: a request, questions about what is really open, a change of the pending request,
 * a command, or nothing. Throws InvalidInputError for an unreadable `now` or an unknown zone.
 */
export function understand(input: UnderstandInput): Understanding {
  const text = input.text.slice(0, longestText);
  const context = contextOf(input, text);
  const tokens = tokenize(text);
  const said = factsOf(input, context, tokens);
  const leftover = leftoverOf(text, tokens, said);
  if (!asksForMeeting(said, input.pending !== undefined)) return { kind: 'nothing', leftover };
  const draft = foldFacts(input.pending ?? emptyDraft(input, context), said, text, tokens);
  const completion = complete(draft);
  if (!completion.complete) return { kind: 'question', questions: completion.questions, draft, leftover };
  const { request } = completion;
  if (input.pending !== undefined)
    return { kind: 'change', request, draft, changed: changed(input.pending, draft), leftover };
  const understood = said
    .filter(({ fact }) => fact.about !== 'filler' && fact.about !== 'ask')
    .map(({ from, to }) => quote(text, tokens, from, to));
  return { kind: 'request', request, draft, understood, leftover };
}

function contextOf(input: UnderstandInput, text: string): RequestContext {
  const ms = instantMs(input.now, 'now');
  if (input.timeZone === '') throw new InvalidInputError('unknownTimeZone', 'timeZone', 'is empty');
  const local = instantToLocal(input.timeZone, ms);
  return {
    text,
    day: calendarDay(local.date),
    seconds: minuteOfDay(local.time) * 60,
    dayFirst: (input.locale ?? 'en') !== 'en',
    todayCounts: true,
    weekdayMayBeToday: false,
    members: input.members,
    sender: input.sender,
    rooms: input.rooms,
  };
}

function factsOf(input: UnderstandInput, context: RequestContext, tokens: readonly Token[]): Said[] {
  const names = nameLexer(input);
  const lexers = [names, roomLexer(input.rooms), ...englishRequestLexers, strangerLexer(isEnglishVocabulary)];
  const chart = findAll(tokens, { lexers, rules: englishRequestRules }, context);
  return coverWithTopics(context.text, tokens, chart);
}

function emptyDraft(input: UnderstandInput, context: RequestContext): MeetingRequestDraft {
  return {
    version: 1,
    sender: input.sender,
    timeZone: input.timeZone,
    now: input.now,
    today: context.day,
    locale: input.locale ?? 'en',
    attendees: [],
    wishes: [],
    rooms: [],
    wanted: [],
    avoided: [],
    actions: [],
  };
}

/** Somebody's name or a time alone is no request. */
function asksForMeeting(said: readonly Said[], pending: boolean): boolean {
  const about = new Set(said.filter(({ fact }) => fact.about !== 'filler').map(({ fact }) => fact.about));
  if (pending) return [...about].some((name) => name !== 'ask');
  if (about.has('duration') || about.has('ask')) return about.size > 1 || about.has('ask');
  return about.has('attendees') && about.size > 1;
}

function leftoverOf(text: string, tokens: readonly Token[], said: readonly Said[]): string[] {
  const leftover: string[] = [];
  let at = 0;
  for (const { from, to } of [...said, { from: tokens.length, to: tokens.length }]) {
    if (from > at) leftover.push(quote(text, tokens, at, from));
    at = Math.max(at, to);
  }
  return leftover;
}

function changed(before: MeetingRequestDraft, after: MeetingRequestDraft): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (draft: MeetingRequestDraft, field: string): string =>
    JSON.stringify(Object.entries(draft).find(([name]) => name === field)?.[1]);
  return [...fields].filter((field) => value(before, field) !== value(after, field));
}
