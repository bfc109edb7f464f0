import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import { calendarDay } from '../../workflows/domain/time/calendar-day.ts';
import { instantMs } from '../../workflows/domain/time/instant.ts';
import { minuteOfDay } from '../../workflows/domain/time/minute-of-day.ts';
import { instantToLocal } from '../../workflows/domain/time/zone.ts';
import { findAll } from './grammar/chart.ts';
import type { Finding } from './grammar/chart.ts';
import type { Locale } from './grammar/locale.ts';
import { correctSpelling } from './grammar/spelling.ts';
import { tokenize } from './grammar/token.ts';
import type { Token } from './grammar/token.ts';
import { detectLocale } from './lexicon/detect-locale.ts';
import { greetingLexer } from './lexicon/greeting.ts';
import { groupLexer } from './lexicon/groups.ts';
import { nameLexer, roomLexer, strangerLexer } from './lexicon/names.ts';
import { quotationLexer } from './lexicon/quotation.ts';
import { zoneOffsetLexer } from './lexicon/zone-offset.ts';
import type { RequestContext, RequestSense } from './meaning/sense.ts';
import type { MeetingRequestDraft, UnderstandInput } from './meaning/understanding.ts';
import { continueWishes } from './partial-request/continued-wishes.ts';
import { coverWithTopics } from './partial-request/free-text.ts';
import type { Said } from './partial-request/free-text.ts';
import { releaseNames } from './partial-request/noun-title.ts';
import { withoutCounts } from './partial-request/without-counts.ts';
import { requestGrammar } from './rows/grammar.ts';
import { combineWhens } from './times/combine-whens.ts';

/** A sentence with all that the chart found in it. */
export interface Heard {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly chart: readonly (readonly Finding<RequestSense>[])[];
  /** The facts that together explain most of the words. */
  readonly said: readonly Said[];
  readonly context: RequestContext;
}

/** Longer texts are cut: nobody asks for a meeting in more. */
const longestText = 4000;

/** Days further from 1970 than this are open ends of a period. */
const furthestDay = 500_000;

/** Finds dates, lengths, names and all else that rows can say. Throws InvalidInputError for an unreadable `now` or an unknown zone. */
export function hear(input: UnderstandInput): Heard {
  const text = input.text.slice(0, longestText);
  const words = tokenize(text);
  const locale = input.locale ?? input.pending?.locale ?? detectLocale(words);
  const context = contextOf(input, text, locale);
  const grammar = requestGrammar(locale);
  const names = nameLexer({ ...input, text }, grammar.knows);
  const tokens = correctSpelling(
    words,
    grammar.spellings,
    (word) => grammar.knows(word) || names.knows(word),
  );
  const lexers = [
    greetingLexer,
    quotationLexer,
    names.read,
    groupLexer(input.groups ?? [], input.sender),
    roomLexer(input.rooms),
    zoneOffsetLexer,
    ...grammar.lexers,
    strangerLexer(grammar.knows),
  ];
  const chart = findAll(tokens, { lexers, rules: grammar.rules }, context);
  const cover = withoutCounts(coverWithTopics(text, tokens, chart), tokens);
  const said = continueWishes(releaseNames(tokens, cover), text, tokens);
  return { text, tokens, chart, said, context };
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
