import type { PersonId } from '../people/person.ts';

export type Surface = 'teams' | 'mail' | 'http' | 'mcp' | 'cli';

/**
 * Whose identity was proven, and by what. An agent acts for a person and may ask, read and cancel for them
 * as far as its grant goes; it never answers in anybody's place.
 */
export type Caller =
  | {
      readonly kind: 'person';
      readonly personId: PersonId;
      readonly surface: Surface;
      /** Whose calendar they may write to, as was proven for this very command. */
      readonly delegateOf?: PersonId;
    }
  /** A guest with a verified link, who may only see and answer the one meeting. */
  | {
      readonly kind: 'guest';
      readonly personId: PersonId;
      readonly meetingId: string;
      readonly surface: Surface;
    }
  | {
      readonly kind: 'agent';
      readonly clientId: string;
      readonly onBehalfOf: PersonId;
      readonly surface: Surface;
      /** Whose calendar their person may write to, as was proven for this very command. */
      readonly delegateOf?: PersonId;
    };

/** Who did it, and the version of the meeting that they saw, if reported. */
export interface Given {
  readonly caller: Caller;
  readonly seenVersion?: number;
}
