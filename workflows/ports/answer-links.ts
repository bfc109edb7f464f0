import type { PersonId } from '../domain/people/person.ts';
import type { Instant } from '../domain/time/slot.ts';

/** Links by which somebody outside Teams sees one proposal and answers it: signed, for one person, with an end. */
export interface AnswerLinks {
  /** An absolute URL. */
  link(input: {
    readonly meetingId: string;
    readonly personId: PersonId;
    readonly expiresAt: Instant;
  }): string;
}
