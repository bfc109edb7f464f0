import type { Viewer } from '../../infra/runtime/viewer.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';

/** What a request proved about itself: which client calls, what it was granted, and for whom it acts. */
export interface Identity {
  /** The OAuth client, `azp` or `appid` of the token; `stdio` for a server started by its person. */
  readonly clientId: string;
  /** OAuth scopes of a person's token, app roles of an autonomous agent's. */
  readonly scopes: ReadonlySet<string>;
  /** An agent that does not say for whom it acts, or may not, has a problem in place of a caller. */
  readonly caller: Result<Caller>;
  /** With whose access Microsoft 365 is read; absent where that is always the application's. */
  readonly viewer?: Viewer;
}

/** The person for whom a call is made, for records and limits. */
export function personBehind({ caller }: Identity): PersonId | undefined {
  return caller.ok ? personOf(caller.value) : undefined;
}
