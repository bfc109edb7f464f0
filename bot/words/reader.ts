import { LRUCache } from 'lru-cache';

import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { HourCycle, PersonId } from '../../workflows/domain/people/person.ts';
import type { TimeZone } from '../../workflows/domain/time/slot.ts';
import type { Words } from './words.ts';
import { languageOf, wordsOf } from './words-of.ts';

/** How somebody reads: in which words, zone and clock. Whatever is shown to people is made for a reader. */
export interface Reader {
  readonly words: Words;
  /** The BCP 47 tag that dates are written by; always of the words' language. */
  readonly locale: string;
  readonly timeZone: TimeZone;
  readonly hourCycle: HourCycle;
}

const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/**
 * A reader of what is known: the locale as Teams, a mailbox or a browser tells it, and a clock that the person has
 * chosen. Where there is no clock, the locale's own; where there is no locale that we can use, British English.
 */
export function createReader(known: {
  readonly locale?: string;
  readonly hourCycle?: HourCycle;
  readonly timeZone: TimeZone;
}): Reader {
  const { timeZone } = known;
  const locale = known.locale !== undefined && tag.test(known.locale) ? known.locale : undefined;
  const words = wordsOf(locale);
  return {
    words,
    locale: locale !== undefined && languageOf(locale) === words.language ? locale : words.locale,
    timeZone,
    hourCycle: known.hourCycle ?? hourCycleOf(locale ?? words.locale),
  };
}

const hourCycles = new LRUCache<string, HourCycle>({ max: 200 });

/** The clock of a locale: 12 hours in the United States, 24 in Germany. */
function hourCycleOf(locale: string): HourCycle {
  const known = hourCycles.get(locale);
  if (known !== undefined) return known;
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const found = hourCycle === 'h11' || hourCycle === 'h12' ? 'h12' : 'h23';
  hourCycles.set(locale, found);
  return found;
}

/**
 * One of a meeting's people as a reader: by what Teams told of them, else by their mailbox. Whoever has told us nothing
 * reads as the organizer does.
 */
export function readerIn(view: MeetingView, id: PersonId, teamsLocale?: string): Reader {
  const { organizer } = view;
  const person = everybody(view).find((one) => one.id === id);
  const own = teamsLocale ?? person?.locale;
  return createReader({
    timeZone: person?.timeZone ?? view.timeZone,
    locale: own ?? organizer.locale,
    hourCycle: own === undefined ? organizer.hourCycle : person?.hourCycle,
  });
}
