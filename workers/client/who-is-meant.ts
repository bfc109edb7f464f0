import type { KnownGroup, KnownPeople, NameQuery } from '../../workflows/domain/people/known-people.ts';
import { readAddress } from '../../workflows/domain/people/mail-address.ts';
import type { WrittenAddress } from '../../workflows/domain/people/mail-address.ts';
import { isSameWord } from '../../workflows/domain/people/letters.ts';
import { namesakes } from '../../workflows/domain/people/namesakes.ts';
import { nearestNames } from '../../workflows/domain/people/near-names.ts';
import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import { guestId, isDirectoryId, isGuest, personId } from '../../workflows/domain/people/person.ts';
import { nameWords } from '../../workflows/domain/people/spellings.ts';
import type { Directory } from '../../workflows/ports/directory.ts';

/** A question offers at most this many people. */
const maxChoices = 10;
/** Longer texts are nobody's name. */
const mostWords = 6;
const mostNearest = 3;

/** Whom a text of a caller means. */
export type Meant =
  | { readonly kind: 'person'; readonly person: Person }
  /** An address from outside, as it was written. */
  | { readonly kind: 'guest'; readonly person: Person }
  | { readonly kind: 'group'; readonly group: KnownGroup }
  | { readonly kind: 'several'; readonly people: readonly Person[] }
  | { readonly kind: 'switchedOff'; readonly displayName: string }
  /** Nobody, with those who have a name like it. An address is one of the asker's own organisation. */
  | { readonly kind: 'nobody'; readonly nearest: readonly Person[]; readonly address?: string };

/** Whether somebody, or a room, has this id, address or full name, in whatever case. */
export function isCalled(
  { id, mail, displayName }: Pick<Person, 'id' | 'mail' | 'displayName'>,
  text: string,
): boolean {
  const wanted = text.trim().toLowerCase();
  const written = readAddress(text)?.address ?? wanted;
  return id === wanted || mail.toLowerCase() === written || displayName.toLowerCase() === wanted;
}

interface Wanted {
  readonly query?: NameQuery;
  readonly words: readonly string[];
  readonly written?: WrittenAddress;
}

const groupNoun = /^(?:team|group|list|department)$/;

/** What a text asks the directory for: an id, an address in any of its forms, or a name. */
function wantedOf(text: string): Wanted {
  const written = readAddress(text);
  if (written !== undefined)
    return { query: { kind: 'address', address: written.address }, words: [], written };
  if (isDirectoryId(text.trim())) return { query: { kind: 'id', id: personId(text) }, words: [] };
  const said = nameWords(text).slice(0, mostWords);
  const isGroup = said.length > 1 && groupNoun.test(said.at(-1) ?? '');
  const words = isGroup ? said.slice(said[0] === 'the' ? 1 : 0, -1) : said;
  if (words.length === 0) return { words: [] };
  return { query: { kind: 'words', words, isGroup }, words };
}

function groupCalled(words: readonly string[], groups: readonly KnownGroup[]): KnownGroup | undefined {
  const has = (of: readonly string[], word: string): boolean => of.some((one) => isSameWord(one, word));
  const whole = groups.find(({ displayName }) => {
    const own = nameWords(displayName);
    return own.length === words.length && words.every((word) => has(own, word));
  });
  const parts = groups.filter(
    ({ displayName, isOwn }) => isOwn === true && words.every((word) => has(nameWords(displayName), word)),
  );
  return whole ?? (parts.length === 1 ? parts[0] : undefined);
}

function meantBy({ query, words, written }: Wanted, known: KnownPeople, asker: PersonId | undefined): Meant {
  const near = (said: readonly string[]): readonly Person[] => {
    return nearestNames(said, others([...known.nearby, ...known.people], asker), mostNearest);
  };
  if (query?.kind === 'id') {
    const person = known.people.find(({ id }) => id === query.id);
    return person === undefined ? { kind: 'nobody', nearest: [] } : { kind: 'person', person };
  }
  if (written !== undefined) return whose(written, known, near);
  const contacts = known.nearby.filter(({ id }) => isGuest(id));
  const found = namesakes(words, [...known.people, ...contacts]);
  const choices = found.length > 1 ? others(found, asker) : found;
  const [person, ...more] = choices;
  if (person === undefined) {
    const group = groupCalled(words, known.groups);
    return group === undefined ? { kind: 'nobody', nearest: near(words) } : { kind: 'group', group };
  }
  if (more.length > 0) return { kind: 'several', people: choices.slice(0, maxChoices) };
  return { kind: isGuest(person.id) ? 'guest' : 'person', person };
}

/** Each person once, without the one who asks. */
function others(people: readonly Person[], asker: PersonId | undefined): readonly Person[] {
  const once = new Map(people.map((person) => [person.id, person]));
  return [...once.values()].filter(({ id }) => id !== asker);
}

function whose(
  written: WrittenAddress,
  known: KnownPeople,
  near: (words: readonly string[]) => readonly Person[],
): Meant {
  const { address } = written;
  const [local = ''] = address.split('@');
  const found = known.addresses.find((one) => one.address === address);
  switch (found?.kind) {
    case 'person':
      return { kind: 'person', person: found.person };
    case 'group':
      return { kind: 'group', group: found.group };
    case 'switchedOff':
      return { kind: 'switchedOff', displayName: found.displayName };
    case 'nobody':
      return { kind: 'nobody', nearest: near(nameWords(local)), address };
    case 'outside':
    case undefined:
      return {
        kind: 'guest',
        person: { id: guestId(address), displayName: written.name ?? local, mail: address },
      };
  }
}

/**
 * Whom texts mean, each a directory id, a mail address in any form (`mailto:`, `Pat Doe <pat@…>`), a name or a part of
 * one, or a group; asked of the directory together. Near misses are told and never taken. Rejects with `ServiceError`.
 */
export async function whoIsMeant(
  directory: Pick<Directory, 'lookUp'>,
  texts: readonly string[],
  asker: PersonId | undefined,
): Promise<readonly Meant[]> {
  const wanted = texts.map(wantedOf);
  const names = wanted.flatMap(({ query }) => query ?? []);
  if (names.length === 0) return wanted.map(() => ({ kind: 'nobody', nearest: [] }));
  const known = await directory.lookUp({ names, asker });
  return wanted.map((one) =>
    one.query === undefined ? { kind: 'nobody', nearest: [] } : meantBy(one, known, asker),
  );
}
