import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import { isCalled, whoIsMeant } from '../who-is-meant.ts';
import type { Meant } from '../who-is-meant.ts';

function unclear<Value>(message: string, path: string): Result<Value> {
  return { ok: false, problem: { code: 'invalid', message, path } };
}

function choices(people: readonly { readonly displayName: string; readonly mail: string }[]): string {
  return people.map(({ displayName, mail }) => `${displayName} (${mail})`).join(', ');
}

/** Why a text means nobody who can be asked, and what to give instead. */
function unclearText(meant: Exclude<Meant, { kind: 'person' | 'guest' }>, said: string): string {
  const text = said.trim();
  switch (meant.kind) {
    case 'several':
      return `"${text}" may be ${choices(meant.people)}; give the mail address.`;
    case 'switchedOff':
      return `${meant.displayName}'s account is switched off; ask the user who should come instead.`;
    case 'group':
      return meant.group.members === undefined
        ? `The group "${meant.group.displayName}" has too many members to be invited by its name; give the people.`
        : `"${text}" is a group; give a person.`;
    case 'nobody': {
      const wrong =
        meant.address === undefined
          ? `Nobody called "${text}" is known; give a mail address.`
          : `Nobody in the organization has the address ${meant.address}; ask the user who is meant.`;
      return meant.nearest.length === 0 ? wrong : `${wrong} Perhaps ${choices(meant.nearest)}?`;
    }
  }
}

/** Who is meant by an id, an address or a name; what is not clear is `invalid`, with the choices in the sentence. */
export async function findPerson(
  directory: Pick<Directory, 'lookUp'>,
  text: string,
  path: string,
  asker: PersonId | undefined,
): Promise<Result<Person>> {
  const [meant] = await whoIsMeant(directory, [text], asker);
  if (meant === undefined) return unclear(`Nobody called "${text}" is known; give a mail address.`, path);
  if (meant.kind === 'person' || meant.kind === 'guest') return { ok: true, value: meant.person };
  return unclear(unclearText(meant, text), path);
}

/** Everybody of a list, groups by their members and nobody twice, or the first who is not clear. */
export async function findPeople(
  directory: Pick<Directory, 'lookUp'>,
  texts: readonly string[],
  path: string,
  asker: PersonId | undefined,
): Promise<Result<readonly Person[]>> {
  const people = new Map<PersonId, Person>();
  for (const [index, meant] of (await whoIsMeant(directory, texts, asker)).entries()) {
    if (meant.kind === 'person' || meant.kind === 'guest') people.set(meant.person.id, meant.person);
    else if (meant.kind === 'group' && meant.group.members !== undefined)
      for (const member of meant.group.members) people.set(member.id, member);
    else return unclear(unclearText(meant, texts[index] ?? ''), `${path}.${index}`);
  }
  return { ok: true, value: [...people.values()] };
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
