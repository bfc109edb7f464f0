import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import { instantMs } from '../../workflows/domain/time/instant.ts';
import { calendarDay } from '../../workflows/domain/time/calendar-day.ts';
import { minuteOfDay } from '../../workflows/domain/time/minute-of-day.ts';
import { instantToLocal } from '../../workflows/domain/time/zone.ts';
import { findAll } from './grammar/chart.ts';
import { correctSpelling } from './grammar/spelling.ts';
import { tokenize } from './grammar/token.ts';
import type { Token } from './grammar/token.ts';
import { combineWhens } from './times/combine-whens.ts';
import { complete } from './partial-request/complete.ts';
import { commandAt, commandTopic } from './partial-request/commands.ts';
import type { SaidCommand } from './partial-request/commands.ts';
import { continueWishes } from './partial-request/continued-wishes.ts';
import { foldFacts } from './partial-request/fold-facts.ts';
import { coverWithTopics } from './partial-request/free-text.ts';
import type { Said } from './partial-request/free-text.ts';
import { greetingLexer } from './lexicon/greeting.ts';
import { numberedOptionLexer } from './lexicon/numbered-option.ts';
import { quotationLexer } from './lexicon/quotation.ts';
import { zoneOffsetLexer } from './lexicon/zone-offset.ts';
import { requestGrammar } from './rows/grammar.ts';
import { detectLocale } from './lexicon/detect-locale.ts';
import type { Locale } from './grammar/locale.ts';
import { nameLexer, quote, roomLexer, strangerLexer } from './lexicon/names.ts';
import { nounTitle, releaseNames } from './partial-request/noun-title.ts';
import type { NounTitle } from './partial-request/noun-title.ts';
import { segmentTitle } from './partial-request/segment-title.ts';
import { unchanged } from './meaning/frame.ts';
import type { Fact, RequestContext } from './meaning/sense.ts';
import type { MeetingRequestDraft, Understanding, UnderstandInput } from './meaning/understanding.ts';

/** Days further from 1970 than this are open ends of a period. */
const furthestDay = 500_000;

const actOf = {
  status: 'about',
  list: 'list',
  pending: 'list',
  remind: 'remind',
  move: 'move',
  cancel: 'cancel',
  confirm: 'confirm',
} as const;

/** Longer texts are cut: nobody asks for a meeting in more. */
const longestText = 4000;

/**
 * What a sentence means: a request, questions about what is really open, a change of the pending request,
 * a command, or nothing. Throws InvalidInputError for an unreadable `now` or an unknown zone.
 */
export function understand(input: UnderstandInput): Understanding {
  const text = input.text.slice(0, longestText);
  const words = tokenize(text);
  const locale = input.locale ?? input.pending?.locale ?? detectLocale(words);
  const context = contextOf(input, text, locale);
  const grammar = requestGrammar(locale);
  const names = nameLexer(input);
  const tokens = correctSpelling(
    words,
    grammar.spellings,
    (word) => grammar.knows(word) || names.knows(word),
  );
  const lexers = [
    greetingLexer,
    numberedOptionLexer,
    quotationLexer,
    names.read,
    roomLexer(input.rooms),
    zoneOffsetLexer,
    ...grammar.lexers,
    strangerLexer(grammar.knows),
  ];
  const chart = findAll(tokens, { lexers, rules: grammar.rules }, context);
  const said = continueWishes(releaseNames(tokens, coverWithTopics(text, tokens, chart)), text, tokens);
  const command = commandAt(tokens, chart);
  if (command !== undefined && !isFollowUp(command, said, input.pending) && !isMeeting(command, said))
    return commandOf(context, tokens, command, said);
  const verb = command === undefined ? [] : [{ ...command, fact: { about: 'filler' } as const, weak: true }];
  return requestOf(input, context, tokens, [...verb, ...said]);
}

/** "move it to Thursday" about a pending request changes that. */
function isFollowUp(
  command: SaidCommand,
  said: readonly Said[],
  pending: MeetingRequestDraft | undefined,
): boolean {
  if (pending === undefined) return false;
  const parts = ['without', 'room', 'online', 'attendees', 'answersBy'];
  if (
    command.command === 'cancel' &&
    command.end !== undefined &&
    said.some(({ fact }) => parts.includes(fact.about))
  )
    return true;
  if (command.command === 'cancel' || command.command === 'confirm' || command.command === 'move') {
    return said.some(({ fact, to }) => to > command.to && (fact.about === 'when' || fact.about === 'shift'));
  }
  return false;
}

/** "ping Bob" reminds, "ping Bob for 20 minutes tomorrow" asks for a meeting. */
function isMeeting({ doubtful }: SaidCommand, said: readonly Said[]): boolean {
  if (doubtful === undefined) return false;
  return said.some(
    ({ fact }) =>
      fact.about === 'duration' ||
      (doubtful === 'unlessTimed' ? fact.about === 'when' : fact.about === 'attendees' && !isOnlySelf(fact)),
  );
}

function commandOf(
  context: RequestContext,
  tokens: readonly Token[],
  { command, to, end = tokens.length, option, people: named }: SaidCommand,
  said: readonly Said[],
): Understanding {
  const { words, people, whens } = commandTopic(context.text, tokens, to, end, said);
  const others = [...named, ...people].filter(({ self }) => self !== true);
  if (command === 'help') return { kind: 'talk', act: 'help', leftover: [] };
  const isMove = command === 'move';
  const act = option === undefined ? actOf[command] : 'choose';
  return {
    kind: 'act',
    act,
    which: {
      title: words,
      people: others,
      when: isMove ? [] : whens,
      waitingForMe: command === 'pending' ? true : undefined,
    },
    to: { ...unchanged, when: isMove ? whens : [], option },
    leftover: [],
  };
}

function requestOf(
  input: UnderstandInput,
  context: RequestContext,
  tokens: readonly Token[],
  said: readonly Said[],
): Understanding {
  const { text } = context;
  if (!asksForMeeting(said, input.pending !== undefined))
    return { kind: 'nothing', leftover: leftoverOf(text, tokens, said) };
  const folded = foldFacts(draftBefore(input, context), said, text, tokens);
  const noun =
    folded.title === undefined ? nameOf(text, tokens, said, input.pending === undefined) : undefined;
  const draft = noun === undefined ? folded : { ...folded, title: noun.title };
  const explained =
    noun === undefined ? said : [...said, { ...noun, fact: { about: 'filler' } as const, weak: true }];
  const leftover = leftoverOf(text, tokens, explained);
  const completion = complete(draft);
  if (!completion.complete) return { kind: 'question', questions: completion.questions, draft, leftover };
  const { request } = completion;
  if (input.pending !== undefined) {
    return { kind: 'change', request, draft, changed: changed(input.pending, draft), leftover };
  }
  const understood = said
    .filter(({ fact }) => fact.about !== 'filler' && fact.about !== 'ask' && fact.about !== 'unsupported')
    .map(({ from, to }) => quote(text, tokens, from, to));
  return { kind: 'request', request, draft, understood, leftover };
}

/** What words that nobody else explains call the meeting; of a follow-up only a kind of meeting does. */
function nameOf(
  text: string,
  tokens: readonly Token[],
  said: readonly Said[],
  isNew: boolean,
): NounTitle | undefined {
  return nounTitle(text, tokens, said) ?? (isNew ? segmentTitle(text, tokens, said) : undefined);
}

/** The first day that the pending request names. */
function thatDayOf(pending: MeetingRequestDraft | undefined): { readonly thatDay?: number } {
  const [item] = combineWhens(pending?.wanted ?? [])?.items ?? [];
  const thatDay = item?.across?.start.day ?? item?.days?.[0]?.start;
  return thatDay === undefined || Math.abs(thatDay) > furthestDay ? {} : { thatDay };
}

/** "45 minutes with Bob 10 minutes before noon": only one of two is how long to meet. */
function saysTwoLengths(text: string): boolean {
  return [...text.matchAll(/\b(?:min(?:ute)?s?|h(?:ou)?rs?)\b/gi)].length > 1;
}

function contextOf(input: UnderstandInput, text: string, locale: Locale): RequestContext {
  const ms = instantMs(input.now, 'now');
  if (input.timeZone === '') throw new InvalidInputError('unknownTimeZone', 'timeZone', 'is empty');
  const local = instantToLocal(input.timeZone, ms);
  return {
    text,
    day: calendarDay(local.date),
    seconds: minuteOfDay(local.time) * 60,
    locale,
    dayFirst: locale !== 'en' || (/^(?:America|US|Canada)\//.test(input.timeZone) ? false : 'likely'),
    followsUp: input.pending !== undefined,
    ...thatDayOf(input.pending),
    zeroMeansMorning: true,
    minutesMayBeLength: !saysTwoLengths(text),
    todayCounts: true,
    weekdayMayBeToday: false,
    members: input.members,
    sender: input.sender,
    rooms: input.rooms,
  };
}

/** The pending draft is as old as its last word; the days it speaks of stay the same. */
function draftBefore(input: UnderstandInput, context: RequestContext): MeetingRequestDraft {
  if (input.pending === undefined) return emptyDraft(input, context);
  return { ...input.pending, now: input.now, today: context.day };
}

function emptyDraft(input: UnderstandInput, context: RequestContext): MeetingRequestDraft {
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

function isOnlySelf(fact: Fact): boolean {
  return (
    fact.about === 'attendees' && fact.people.length > 0 && fact.people.every(({ self }) => self === true)
  );
}

/** Somebody's name or a time alone is no request. */
function asksForMeeting(said: readonly Said[], pending: boolean): boolean {
  const facts = said.map(({ fact }) => fact).filter((fact) => fact.about !== 'filler' && !isOnlySelf(fact));
  const about = new Set(facts.map((fact) => fact.about));
  if (pending) return [...about].some((name) => name !== 'ask');
  if (about.has('duration') || about.has('ask')) return about.size > 1 || about.has('ask');
  return about.has('attendees') && about.size > 1;
}

/** A word that only joins others. */
const isJoint = /^(?:for|of|to|in|on|at|by|the|and|or|with|from|a|an|as)$/i;

/** The words that nothing explains, in runs; signs and joints alone are not quoted. */
function leftoverOf(text: string, tokens: readonly Token[], said: readonly Said[]): string[] {
  const explained = tokens.map(() => false);
  for (const { from, to, fact } of said) {
    if (fact.about !== 'unsupported') explained.fill(true, from, to);
  }
  const leftover: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = explained.indexOf(true, at);
    const to = end === -1 ? tokens.length : end;
    const words = to > at ? quote(text, tokens, at, to).replace(/^[,;:]\s*/, '') : '';
    if (/[\p{L}\d]/u.test(words) && !isJoint.test(words)) leftover.push(words);
    at = to > at ? to : at + 1;
  }
  return leftover;
}

function changed(before: MeetingRequestDraft, after: MeetingRequestDraft): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (draft: MeetingRequestDraft, field: string): string =>
    JSON.stringify(Object.entries(draft).find(([name]) => name === field)?.[1]);
  return [...fields].filter(
    (field) => field !== 'now' && field !== 'today' && value(before, field) !== value(after, field),
  );
}
