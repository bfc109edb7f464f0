import type { KnownPeople, NameQuery } from '../domain/people/known-people.ts';
import type { Person, PersonId, Room } from '../domain/people/person.ts';

/** Who is who. Every method rejects with `ServiceError`. */
export interface Directory {
  /** `undefined` when nobody has this id or mail address. Includes the zone, language and clock of the mailbox. */
  person(idOrMail: string): Promise<Person | undefined>;
  /** People whose name or address begins with the text, best first; at most `limit`. */
  search(input: { readonly text: string; readonly limit: number }): Promise<readonly Person[]>;
  /**
   * Everybody whom these may name: of a large directory the few that fit. Names beyond what one question takes are
   * left out. The asker's organisation is what tells an unknown colleague from a guest.
   */
  lookUp(input: { readonly names: readonly NameQuery[]; readonly asker?: PersonId }): Promise<KnownPeople>;
  members(groupId: string): Promise<readonly Person[]>;
  rooms(): Promise<readonly Room[]>;
  /** Whether the directory knows this person as a member, in contrast to a guest. */
  isMember(id: PersonId): Promise<boolean>;
}
