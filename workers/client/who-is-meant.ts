import type { Person } from '../../workflows/domain/people/person.ts';
import { guestId } from '../../workflows/domain/people/person.ts';
import type { Directory } from '../../workflows/ports/directory.ts';

/** A question offers at most this many people. */
const maxChoices = 10;
const mailAddress = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/;

type Meant =
  | { readonly kind: 'person'; readonly person: Person }
  /** The directory does not know the address. */
  | { readonly kind: 'guest'; readonly person: Person }
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  | { readonly kind: 'nobody' };

/** Whether somebody, or a room, has this id, address or full name, in whatever case. */
export function isCalled(
  { id, mail, displayName }: Pick<Person, 'id' | 'mail' | 'displayName'>,
  text: string,
): boolean {
  const wanted = text.trim().toLowerCase();
  return id === wanted || mail.toLowerCase() === wanted || displayName.toLowerCase() === wanted;
}

/**
 * Who is meant by a directory id, a mail address or a name, or a part of one: whoever is called exactly so goes before
 * those who are found by it. Rejects with `ServiceError`.
 */
export async function whoIsMeant(
  directory: Pick<Directory, 'person' | 'search'>,
  text: string,
): Promise<Meant> {
  const wanted = text.trim();
  if (wanted === '') return { kind: 'nobody' };
  const known = await directory.person(wanted);
  if (known !== undefined) return { kind: 'person', person: known };
  if (mailAddress.test(wanted)) {
    const mail = wanted.toLowerCase();
    const displayName = wanted.split('@')[0] ?? wanted;
    return { kind: 'guest', person: { id: guestId(mail), displayName, mail } };
  }
  const found = await directory.search({ text: wanted, limit: maxChoices });
  const exact = found.filter((person) => isCalled(person, wanted));
  const [person, ...others] = exact.length > 0 ? exact : found;
  if (person === undefined) return { kind: 'nobody' };
  return others.length === 0 ? { kind: 'person', person } : { kind: 'several', people: [person, ...others] };
}
