import { foldings, plainLetters } from '../../../../workflows/domain/people/letters.ts';
import { longForms } from '../../../../workflows/domain/people/spellings.ts';
import type { NameQuery } from '../../../../workflows/domain/people/known-people.ts';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import { userFields, userProperties } from './people.ts';

/** What the directory is asked to find the people and groups that names may mean: paths of GET requests. */
export interface NameRequests {
  /** Answered with users. */
  readonly users: readonly string[];
  /** Answered with groups and their first members. */
  readonly groups: readonly string[];
  /** Answered with Graph's `person`. */
  readonly people: readonly string[];
  /** Answered with what the asker is a member of. */
  readonly memberOf: readonly string[];
}

/** A name that more people share is asked for in full. */
const mostOfOneName = 25;
const mostNear = 50;
const mostColleagues = 100;
const mostOwnGroups = 100;
const mostSpellings = 10;
/** Directory objects take 15 conditions in a filter ("Too many child clauses … Max allowed: 15"). */
const mostConditions = 15;

/**
 * A group with fewer members than this is invited by its name. `$expand` on directory objects returns 20 at most
 * (https://learn.microsoft.com/graph/query-parameters#expand), so that 20 may be all of them or not.
 */
export const tooManyMembers = 20;

/** Letters that a keyboard lacks, and how they are written without; search compares letters as they are. */
const special: readonly (readonly [RegExp, string])[] = [
  [/oe/, 'ö'],
  [/oe/, 'ø'],
  [/ue/, 'ü'],
  [/ae/, 'ä'],
  [/ss/, 'ß'],
  [/^l/, 'ł'],
  [/o/, 'ø'],
  [/o/, 'ö'],
  [/u/, 'ü'],
  [/e(?!.*e)/, 'é'],
  [/^d/, 'đ'],
  [/a/, 'ä'],
];

/** A word as the directory may have it: as written, in plain letters, with special ones, the long form of a nickname. */
function spellings(word: string): readonly string[] {
  const written = special.flatMap(([plain, letter]) =>
    plain.test(word) ? [word.replace(plain, letter)] : [],
  );
  return [...new Set([word, ...foldings(word), ...longForms(word), ...written])].slice(0, mostSpellings);
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function inParts<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

const filtered = (collection: string, conditions: readonly string[], more: string): string =>
  `/${collection}?$filter=${encodeURIComponent(conditions.join(' or '))}&${more}`;

/**
 * `$search` finds the beginnings of words of `displayName`, whatever their case and order
 * (https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections).
 */
function searched(terms: readonly string[], joint: 'AND' | 'OR', most: number): string {
  const search = terms.map((term) => `"displayName:${term}"`).join(` ${joint} `);
  return `/users?$search=${encodeURIComponent(search)}&$count=true&${userFields}&$top=${most}`;
}

/** The first letters of a word, without its end, where a slip is likely. */
function beginning(word: string): string {
  return word.slice(0, Math.max(2, word.length - 2));
}

const members = `$select=id,displayName,mail,proxyAddresses&$expand=members($select=${userProperties})`;

function requestsByAddress(addresses: readonly string[]): NameRequests {
  const aliases = (address: string): string => `proxyAddresses/any(p:p eq ${text(`smtp:${address}`)})`;
  return {
    users: inParts(addresses, Math.floor(mostConditions / 3)).map((part) =>
      filtered(
        'users',
        part.flatMap((one) => [`mail eq ${text(one)}`, `userPrincipalName eq ${text(one)}`, aliases(one)]),
        userFields,
      ),
    ),
    groups: inParts(addresses, Math.floor(mostConditions / 2)).map((part) =>
      filtered(
        'groups',
        part.flatMap((one) => [`mail eq ${text(one)}`, aliases(one)]),
        members,
      ),
    ),
    people: [],
    memberOf: [],
  };
}

function requestsByWords(runs: readonly (readonly string[])[]): NameRequests {
  // Single letters begin too many names.
  const searchable = runs.map((run) => run.filter((word) => word.length > 1));
  const words = [...new Set(searchable.flat())];
  const long = searchable.filter(({ length }) => length > 1);
  if (words.length === 0) return { users: [], groups: [], people: [], memberOf: [] };
  const mails = [...long.map((run) => run.map(plainLetters).join('.')), ...words.map(plainLetters)].map(
    (begins) => `startswith(mail,${text(begins)})`,
  );
  const names = [...long.map((run) => run.join(' ')), ...words].map(
    (begins) => `startswith(displayName,${text(begins)})`,
  );
  return {
    users: [
      ...words.map((word) => searched(spellings(word), 'OR', mostOfOneName)),
      ...long.map((run) => searched(run, 'AND', mostOfOneName)),
      filtered('users', mails.slice(0, mostConditions), `${userFields}&$top=${mostOfOneName}`),
      searched([...new Set(words.map(beginning))], 'OR', mostNear),
    ],
    groups: [filtered('groups', names.slice(0, mostConditions), `${members}&$top=${mostOfOneName}`)],
    people: [],
    memberOf: [],
  };
}

/** The requests that find whom the names may mean, with the people whom the asker works with. */
export function nameRequests(names: readonly NameQuery[], asker: PersonId | undefined): NameRequests {
  const of = <Kind extends NameQuery['kind']>(kind: Kind): Extract<NameQuery, { kind: Kind }>[] =>
    names.filter((name): name is Extract<NameQuery, { kind: Kind }> => name.kind === kind);
  const byAddress = requestsByAddress([...new Set(of('address').map(({ address }) => address))]);
  const byWords = requestsByWords(of('words').map(({ words }) => words));
  const ids = [...new Set(of('id').map(({ id }) => id))];
  const asksNames = byAddress.users.length + byWords.users.length > 0;
  return {
    users: [
      ...inParts(ids, mostConditions).map((part) =>
        filtered('users', [`id in (${part.map(text).join(',')})`], userFields),
      ),
      ...byAddress.users,
      ...byWords.users,
    ],
    groups: [...byAddress.groups, ...byWords.groups],
    people:
      asksNames && asker !== undefined
        ? [
            `/users/${encodeURIComponent(asker)}/people?$select=id,displayName,userPrincipalName,scoredEmailAddresses,personType&$top=${mostColleagues}`,
          ]
        : [],
    memberOf:
      asker !== undefined && of('words').some(({ isGroup }) => isGroup === true)
        ? [`/users/${encodeURIComponent(asker)}/memberOf?$select=id,displayName,mail&$top=${mostOwnGroups}`]
        : [],
  };
}

/** The members of a group that is known by its id. */
export function membersRequest(groupId: string): string {
  return `/groups/${encodeURIComponent(groupId)}/members?$select=${userProperties}&$top=${tooManyMembers}`;
}
