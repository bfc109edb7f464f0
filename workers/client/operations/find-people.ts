import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import { guestId } from '../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';

const maxChoices = 10;
const mailAddress = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/;

function unclear<Value>(message: string, path: string): Result<Value> {
  return { ok: false, problem: { code: 'invalid', message, path } };
}

function choices(people: readonly { readonly displayName: string; readonly mail: string }[]): string {
  return people.map(({ displayName, mail }) => `${displayName} (${mail})`).join(', ');
}

function guest(address: string): Person {
  const mail = address.toLowerCase();
  return { id: guestId(mail), displayName: address.split('@')[0] ?? address, mail };
}

/**
 * Who is meant by a directory id, a mail address or a name. An address that the directory does not know is a guest; a
 * name that several people answer to is `invalid`, with the choices in the sentence.
 */
export async function findPerson(directory: Directory, text: string, path: string): Promise<Result<Person>> {
  const wanted = text.trim();
  const exact = await directory.person(wanted);
  if (exact !== undefined) return { ok: true, value: exact };
  if (mailAddress.test(wanted)) return { ok: true, value: guest(wanted) };
  const found = await directory.search({ text: wanted, limit: maxChoices });
  const full = found.filter(({ displayName }) => displayName.toLowerCase() === wanted.toLowerCase());
  const people = full.length > 0 ? full : found;
  const [person] = people;
  if (person === undefined) {
    return unclear(`Nobody called "${wanted}" is known; give a mail address.`, path);
  }
  return people.length === 1
    ? { ok: true, value: person }
    : unclear(`"${wanted}" may be ${choices(people)}; give the mail address.`, path);
}

/** Everybody of a list, or the first who is not clear. */
export async function findPeople(
  directory: Directory,
  texts: readonly string[],
  path: string,
): Promise<Result<readonly Person[]>> {
  const found = await Promise.all(
    texts.map((text, index) => findPerson(directory, text, `${path}.${index}`)),
  );
  const people: Person[] = [];
  for (const one of found) {
    if (!one.ok) return one;
    if (!people.some(({ id }) => id === one.value.id)) people.push(one.value);
  }
  return { ok: true, value: people };
}

/** Rooms by id, address or name; "any" is every room. */
export async function findRooms(
  directory: Directory,
  texts: readonly string[],
  path: string,
): Promise<Result<readonly PersonId[]>> {
  if (texts.length === 0) return { ok: true, value: [] };
  const rooms = await directory.rooms();
  const meant: Room[] = [];
  for (const [index, text] of texts.entries()) {
    const wanted = text.trim().toLowerCase();
    const found = rooms.filter(
      ({ id, mail, displayName }) =>
        wanted === 'any' ||
        id === wanted ||
        mail.toLowerCase() === wanted ||
        displayName.toLowerCase() === wanted,
    );
    if (found.length === 0) {
      return unclear(`There is no room "${text}"; there are ${choices(rooms)}.`, `${path}.${index}`);
    }
    meant.push(...found);
  }
  return { ok: true, value: [...new Set(meant.map(({ id }) => id))] };
}
