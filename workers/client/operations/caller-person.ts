import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import { personOf } from '../../../workflows/domain/meeting/role.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { findPerson } from './find-people.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';

/** Whose meeting it is: somebody named, or the caller. */
export function organizerOf(
  directory: Directory,
  caller: Caller,
  { organizer }: { readonly organizer?: string },
): Promise<Result<Person>> {
  return organizer === undefined
    ? callerPerson(directory, caller)
    : findPerson(directory, organizer, 'organizer', personOf(caller));
}

/** The directory's entry of whom a caller is or acts for; guests have none. */
export async function callerPerson(directory: Directory, caller: Caller): Promise<Result<Person>> {
  const person = caller.kind === 'guest' ? undefined : await directory.person(personOf(caller));
  if (person !== undefined) return { ok: true, value: person };
  const message = 'Only people of the organisation, or agents that act for them, can do this.';
  return { ok: false, problem: { code: 'forbidden', message } };
}
