import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import { isCalled, whoIsMeant } from '../who-is-meant.ts';

function unclear<Value>(message: string, path: string): Result<Value> {
  return { ok: false, problem: { code: 'invalid', message, path } };
}

function choices(people: readonly { readonly displayName: string; readonly mail: string }[]): string {
  return people.map(({ displayName, mail }) => `${displayName} (${mail})`).join(', ');
}

/** Who is meant by an id, an address or a name; what is not clear is `invalid`, with the choices in the sentence. */
export async function findPerson(
  directory: Pick<Directory, 'person' | 'search'>,
  text: string,
  path: string,
): Promise<Result<Person>> {
  const meant = await whoIsMeant(directory, text);
  switch (meant.kind) {
    case 'person':
    case 'guest':
      return { ok: true, value: meant.person };
    case 'several':
      return unclear(`"${text.trim()}" may be ${choices(meant.people)}; give the mail address.`, path);
    case 'nobody':
      return unclear(`Nobody called "${text.trim()}" is known; give a mail address.`, path);
  }
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
    const isAny = text.trim().toLowerCase() === 'any';
    const found = rooms.filter((room) => isAny || isCalled(room, text));
    if (found.length === 0) {
      return unclear(`There is no room "${text}"; there are ${choices(rooms)}.`, `${path}.${index}`);
    }
    meant.push(...found);
  }
  return { ok: true, value: [...new Set(meant.map(({ id }) => id))] };
}
