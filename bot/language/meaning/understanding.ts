import type { MeetingRequest, RequestedAction } from '../../../workflows/domain/meeting/request.ts';
import type { KnownAddress, KnownGroup } from '../../../workflows/domain/people/known-people.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import type { Instant, TimeZone } from '../../../workflows/domain/time/slot.ts';
import type { Locale } from '../grammar/locale.ts';
import type { Act, MeetingAct, Pending, TalkAct } from './act.ts';
import type { To, Which } from './frame.ts';
import type { NamedWishes, NameTrouble, WhenSense } from './sense.ts';

/** A mention of the chat: the words that stand for a person, as `@Bob Miller`, and where. */
export interface Mention {
  readonly text: string;
  /** Offset of `text` in the sentence. */
  readonly start: number;
  /** Absent where Teams names somebody whom nobody can be told to be. */
  readonly person?: Person;
}

/** What a sentence is understood against. Nothing else decides the answer: no clock, no ambient zone. */
export interface UnderstandInput {
  readonly text: string;
  readonly now: Instant;
  /** The sender's. */
  readonly timeZone: TimeZone;
  readonly sender: Person;
  /** Whom the words may name: of the directory those who were looked up for this sentence (`possibleNames`). */
  readonly directory: readonly Person[];
  /** Whose the addresses of the sentence are; one that is missing is judged by its domain. */
  readonly addresses?: readonly KnownAddress[];
  readonly groups?: readonly KnownGroup[];
  /** Whom the sender works with and others with names alike, the nearest first: offered for names that nobody bears. */
  readonly nearby?: readonly Person[];
  readonly rooms: readonly Room[];
  /** Of the conversation, without the sender: "everyone here". */
  readonly members: readonly Person[];
  readonly mentions: readonly Mention[];
  /** The request that is being talked about; follow-ups change it. */
  readonly pending?: MeetingRequestDraft;
  /** What stands open beside `pending`: nothing, when absent. */
  readonly standing?: Pending;
  /** Read as this act: the sender was asked, and chose it. */
  readonly act?: Act;
  /** Detected from the words when absent. */
  readonly locale?: Locale;
}

/** A part of a draft that can still be asked about. */
export type DraftField = 'attendees' | 'duration' | 'window' | 'zone' | 'room';

/** Why something is asked. */
type QuestionCode =
  | 'noAttendees'
  | 'ambiguousPerson'
  | 'unknownPerson'
  | NameTrouble
  | 'ambiguousRoom'
  | 'unknownRoom'
  | 'noTimeLeft'
  | 'ambiguousZone'
  | 'tooLong'
  | 'impossibleDate';

/** One thing that is really open. An answer is one of the choices' values, or words. */
export interface Question {
  readonly field: DraftField;
  readonly code: QuestionCode;
  readonly choices: readonly { readonly label: string; readonly value: string }[];
  /** The words that are asked about. */
  readonly quoted?: string;
}

/** Somebody wanted in the meeting, found or not yet. */
export interface DraftAttendee {
  /** The words that name the person. */
  readonly name: string;
  /** Absent while nobody, or more than one, bears the name. */
  readonly person?: Person;
  /** Those who may be meant, where more than one bears the name. */
  readonly candidates?: readonly Person[];
  /** Those with a name like it, where nobody bears it. */
  readonly nearest?: readonly Person[];
  readonly trouble?: NameTrouble;
  readonly type: 'required' | 'optional';
  readonly veto?: boolean;
}

/**
 * A request in the making, as plain JSON: kept in a card or a store and completed with `answerQuestion`.
 * Absent fields have their defaults when the request is made.
 */
export interface MeetingRequestDraft {
  readonly version: 1;
  readonly sender: Person;
  readonly timeZone: TimeZone;
  readonly now: Instant;
  /** The sender's day at `now`, as days since 1970-01-01. */
  readonly today: number;
  readonly locale: Locale;
  readonly title?: string;
  readonly agenda?: string;
  readonly durationMinutes?: number;
  readonly attendees: readonly DraftAttendee[];
  /** Who would rather, or can, not meet when. */
  readonly wishes: readonly NamedWishes[];
  readonly rooms: readonly PersonId[];
  /** A room that was named and not found, or found more than once. */
  readonly openRoom?: { readonly name: string; readonly candidates: readonly Room[] };
  readonly isOnlineMeeting?: boolean;
  /** Where it is, if that is no room of the organisation. */
  readonly place?: string;
  /** The words of a day that no calendar has. */
  readonly impossibleDate?: string;
  /** Times as they were said; windows are made from them when the request is. */
  readonly wanted: readonly WhenSense[];
  readonly avoided: readonly WhenSense[];
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly minimumNoticeMinutes?: number;
  readonly ranking?: 'earliest' | 'best';
  readonly slotCount?: number;
  readonly quorum?: number | 'majority';
  /** From now to the deadline for answers. */
  readonly responseMinutes?: number;
  readonly confirmation?: 'auto' | 'organizer';
  /** Whose meeting it is, where it is not the sender's. */
  readonly organizer?: Omit<DraftAttendee, 'type' | 'veto'>;
  /** Whether the sender comes; true when absent. */
  readonly organizerAttends?: boolean;
  /** Whether those who come are asked; true when absent. */
  readonly asks?: boolean;
  readonly actions: readonly RequestedAction[];
}

/** What a sentence means. `leftover` quotes the words that were not understood. */
export type Understanding = Meaning & {
  /** A language model had a part in it: others learn of nothing before a click. */
  readonly readBy?: 'model';
};

type Meaning =
  | {
      readonly kind: 'request';
      readonly request: MeetingRequest;
      /** The request as a draft, to be kept as `pending` for follow-ups. */
      readonly draft: MeetingRequestDraft;
      readonly understood: readonly string[];
      readonly leftover: readonly string[];
    }
  | {
      readonly kind: 'question';
      readonly questions: readonly Question[];
      /** Of a pending request: what is different now. Absent where a new one is asked about. */
      readonly changed?: readonly string[];
      readonly draft: MeetingRequestDraft;
      readonly leftover: readonly string[];
    }
  | {
      readonly kind: 'change';
      readonly request: MeetingRequest;
      readonly draft: MeetingRequestDraft;
      /** The fields of the draft that are different now. */
      readonly changed: readonly string[];
      readonly leftover: readonly string[];
    }
  | {
      readonly kind: 'act';
      readonly act: MeetingAct;
      readonly which: Which;
      readonly to: To;
      readonly leftover: readonly string[];
    }
  | { readonly kind: 'talk'; readonly act: TalkAct; readonly leftover: readonly string[] }
  /** The act is not clear: these are likely, the likeliest first. */
  | { readonly kind: 'unsure'; readonly acts: readonly Act[]; readonly leftover: readonly string[] }
  | { readonly kind: 'nothing'; readonly leftover: readonly string[] };
