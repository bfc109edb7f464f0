import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';

/** For whom a caller acts: an agent for its organizer, everybody else for themselves. */
export function callerPerson(caller: Caller): PersonId {
  return caller.kind === 'agent' ? caller.onBehalfOf : caller.personId;
}
