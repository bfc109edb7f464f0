import type { LocalTime } from '../../../workflows/domain/time/local.ts';
import type { Person, Room } from '../../../workflows/domain/people/person.ts';
import type { Locale } from '../grammar/locale.ts';
import type { DatesSense, ClockTime, HoursSense, Reference, Bound, StretchSense } from '../dates/sense.ts';
import type { Day } from '../dates/civil.ts';

/** Words that stand for somebody, with everybody whom they may mean; nobody: a stranger. */
export interface NamedPerson {
  readonly name: string;
  readonly candidates: readonly Person[];
  readonly self?: boolean;
  /** Why nobody can be invited by it, where more is known than that nobody bears the name. */
  readonly trouble?: NameTrouble;
}

/**
 * `switchedOff`: a colleague's account is; `unknownColleague`: an address of our own that nobody has; `largeGroup`,
 * `emptyGroup`: a group of too many to invite by its name, or of nobody else.
 */
export type NameTrouble = 'switchedOff' | 'unknownColleague' | 'largeGroup' | 'emptyGroup';

/** Whole days of a wish for times; `end` excluded. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** One alternative of "Tuesday afternoon or Thursday at 3". What is absent is open. */
export interface WhenItem {
  readonly days?: readonly DayRange[];
  /** 0 to 6, Monday first: bare weekdays, which a period beside them moves: "Tuesday … next month". */
  readonly weekdays?: readonly number[];
  readonly hours?: HoursSense;
  readonly time?: ClockTime & { readonly approximate?: boolean };
  /** Across days: "from 2pm till tomorrow 4pm". */
  readonly across?: Extract<StretchSense, { start: unknown }>;
  /** Whether the days are a limit rather than the days wanted: "before Friday". */
  readonly bound?: Bound;
  /** From this moment on only. */
  readonly now?: boolean;
  /** The hours were said before the days, and are meant for days that follow. */
  readonly hoursFirst?: boolean;
  /** Whether weekends were named. */
  readonly weekend?: boolean;
  /** The Monday of a week that was named: "Thu or Fri next week" means both of that week. */
  readonly week?: Day;
  /** The calendar has no such day: 31 February. */
  readonly impossible?: boolean;
  /** A month or longer: "for March" may be what the meeting is about. */
  readonly grain?: 'month' | 'year';
}

export interface WhenSense {
  readonly kind: 'when';
  readonly items: readonly WhenItem[];
  /** In the clocks of the others: "noon their time". */
  readonly theirs?: boolean;
  /** An IANA name, or an offset from UTC: `+05:30`. */
  readonly timeZone?: string;
  /** An abbreviation that several zones bear: "CST". */
  readonly openZone?: OpenZone;
}

/** An abbreviation as it was said, and the zones that it may mean. */
export interface OpenZone {
  readonly name: string;
  readonly zones: readonly { readonly label: string; readonly timeZone: string }[];
}

/** A wish about times, with the people whose it is. */
export interface NamedWishes {
  readonly people: readonly NamedPerson[];
  readonly when: WhenSense;
  readonly strength: 'hard' | 'soft';
  /** The times are wanted, all others are to be avoided. */
  readonly only: boolean;
  /** The words. */
  readonly text: string;
}

/** One thing that a request says. */
export type Fact =
  | {
      readonly about: 'attendees';
      readonly people: readonly NamedPerson[];
      readonly type: 'required' | 'optional';
    }
  | { readonly about: 'without'; readonly people: readonly NamedPerson[] }
  /** Some instead of others. */
  | {
      readonly about: 'replace';
      readonly out: readonly NamedPerson[];
      readonly people: readonly NamedPerson[];
    }
  | { readonly about: 'veto'; readonly people: readonly NamedPerson[] }
  | { readonly about: 'duration'; readonly minutes: number; readonly weak?: boolean }
  /** The end on the speaker's clock, of a meeting that has a start. */
  | { readonly about: 'endAt'; readonly at: LocalTime }
  | { readonly about: 'longer'; readonly minutes: number }
  /** "double it" */
  | { readonly about: 'timesAsLong'; readonly factor: number }
  | { readonly about: 'when'; readonly when: WhenSense; readonly except?: WhenSense }
  /** "ideally Monday": when to meet, or what is best of the days that are named beside it. */
  | { readonly about: 'prefer'; readonly when: WhenSense }
  | { readonly about: 'avoid'; readonly when: WhenSense }
  | ({ readonly about: 'wish' } & Omit<NamedWishes, 'text'>)
  | { readonly about: 'moreOfWish'; readonly when: WhenSense }
  /** "later that day", "a week later". */
  | { readonly about: 'shift'; readonly direction: 1 | -1; readonly days?: number; readonly minutes?: number }
  /** "with both": those who were named. */
  | { readonly about: 'named' }
  | {
      readonly about: 'topic';
      readonly field: 'title' | 'agenda' | 'action';
      readonly keep: string;
      readonly person?: NamedPerson;
      /** The words themselves, where they are known: in quotation marks. */
      readonly words?: string;
      /** "title: …": all up to the next comma. */
      readonly greedy?: boolean;
    }
  | { readonly about: 'online'; readonly online: boolean }
  | {
      readonly about: 'room';
      readonly rooms: readonly Room[];
      readonly name: string;
      readonly any?: boolean;
      readonly capacity?: number;
    }
  | {
      readonly about: 'quorum';
      readonly count: number | 'everybody' | 'majority';
      readonly of?: number;
      /** "2 of Dan, Erin and Frank": who is asked. */
      readonly people?: readonly NamedPerson[];
      /** "whoever can make it": of whom, where nobody is named. */
      readonly among?: readonly NamedPerson[];
    }
  | { readonly about: 'answersBy'; readonly when: WhenSense }
  | { readonly about: 'answersWithin'; readonly minutes: number }
  | { readonly about: 'options'; readonly count: number; readonly people?: readonly NamedPerson[] }
  | { readonly about: 'ranking'; readonly ranking: 'earliest' | 'best' }
  | { readonly about: 'buffer'; readonly before: number; readonly after: number }
  | { readonly about: 'notice'; readonly minutes: number }
  /** "for Dana with Bob": whose meeting it is. */
  | { readonly about: 'organizer'; readonly person: NamedPerson; readonly people: readonly NamedPerson[] }
  | { readonly about: 'organizerAttends'; readonly attends: boolean }
  /** "no need to ask them". */
  | { readonly about: 'asking'; readonly asks: boolean }
  | { readonly about: 'confirmation'; readonly by: 'auto' | 'organizer' }
  /** `noun`: a kind of meeting, which names it (`strong`) or only where words stand before it. */
  | {
      readonly about: 'ask';
      readonly noun?: 'strong' | 'weak';
      /** "team sync": who comes, where nobody is named. */
      readonly among?: readonly NamedPerson[];
    }
  /** Understood, and nothing that can be done: "every Monday". */
  | { readonly about: 'unsupported'; readonly when?: WhenSense }
  | { readonly about: 'filler' };

export interface FactSense {
  readonly kind: 'fact';
  /** What the fact is about. */
  readonly variant: string;
  readonly fact: Fact;
  /** Weak facts yield to free text: a name alone, a number alone. */
  readonly weak?: boolean;
}

export type RequestSense =
  | DatesSense
  | WhenSense
  | FactSense
  | { readonly kind: 'person'; readonly person: NamedPerson }
  /** A capitalised or unknown word where a name can stand. */
  | { readonly kind: 'stranger'; readonly person: NamedPerson; readonly lower: boolean }
  | {
      readonly kind: 'people';
      readonly people: readonly NamedPerson[];
      readonly strangers: 'none' | 'upper' | 'lower';
    }
  | { readonly kind: 'somebody'; readonly person: NamedPerson; readonly stranger: 'none' | 'upper' | 'lower' }
  /** Whose wish it is; a pronoun's people are filled in from the words before. */
  | { readonly kind: 'wisher'; readonly people: readonly NamedPerson[] }
  | { readonly kind: 'room'; readonly rooms: readonly Room[]; readonly name: string }
  | {
      readonly kind: 'zone';
      readonly timeZone?: string;
      readonly open?: OpenZone;
      readonly theirs?: boolean;
      readonly place?: boolean;
    };

/** What rows of requests may look at beside the words. */
export interface RequestContext extends Reference {
  /** Whether a request is being talked about already. */
  readonly followsUp: boolean;
  readonly text: string;
  readonly locale: Locale;
  readonly members: readonly Person[];
  readonly sender: Person;
  readonly rooms: readonly Room[];
}
