import type { Room } from '../../../workflows/domain/people/person.ts';
import type { LocalTime } from '../../../workflows/domain/time/local.ts';
import type { NamedPerson, WhenSense } from './sense.ts';

/** The meetings that an act is about: everything that was said of them, each of which must fit. */
export interface Which {
  /** Words of the title; not "meeting", "my", "it". */
  readonly title?: string;
  /** Whom it is with. */
  readonly people: readonly NamedPerson[];
  /** When it is, as it was said: "my 3pm" names a clock of any day. Each must fit. */
  readonly when: readonly WhenSense[];
  readonly place?: string;
  readonly room?: RoomWish;
  readonly minutes?: number;
  /** Every meeting that fits: "cancel all my meetings tomorrow". */
  readonly all?: boolean;
  /** "my next meeting", "tomorrow's first". */
  readonly order?: 'next' | 'first' | 'last';
  /** Of `list`: only what waits for the speaker's answer. */
  readonly waitingForMe?: boolean;
}

/** A room by name, any room, or no room. */
export type RoomWish =
  | { readonly kind: 'named'; readonly name: string; readonly rooms: readonly Room[] }
  | { readonly kind: 'any'; readonly capacity?: number }
  | { readonly kind: 'none' };

/** What it shall become, or what is answered. What was not said is absent. */
export interface To {
  /** Times as they were said; a clock without a day is of the meeting's own day. */
  readonly when: readonly WhenSense[];
  /** Later than it was; below 0: earlier. */
  readonly shiftMinutes?: number;
  readonly minutes?: number;
  /** Longer than it was; below 0: shorter. */
  readonly longerMinutes?: number;
  /** The end on the speaker's clock, the start staying as it is. */
  readonly endAt?: LocalTime;
  readonly addPeople: readonly NamedPerson[];
  /** Those of `addPeople` who need not come. */
  readonly optionalPeople: readonly NamedPerson[];
  readonly removePeople: readonly NamedPerson[];
  readonly place?: string;
  readonly room?: RoomWish;
  readonly title?: string;
  /** With a link (true), or in person (false). */
  readonly online?: boolean;
  /** Which of the offered times, from 1 on; `-1` is the last. */
  readonly option?: number;
  readonly answer?: 'yes' | 'ifNeedBe' | 'no';
  /** Why, in the speaker's words. */
  readonly reason?: string;
  readonly soonest?: boolean;
  /** Of what is booked: without asking those who come. */
  readonly asks?: boolean;
}

/** Nothing said of which meeting. */
export const anyMeeting: Which = { people: [], when: [] };

/** Nothing said of what it shall become. */
export const unchanged: To = { when: [], addPeople: [], optionalPeople: [], removePeople: [] };
