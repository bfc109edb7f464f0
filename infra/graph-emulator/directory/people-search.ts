import { badRequest } from '../graph-error.ts';
import type { Mailbox } from './mailbox.ts';
import type { PeopleIndex } from './people-index.ts';
import { wordsOfName } from './people-index.ts';

/** Names are searched by their words, in any order; every other property by its beginning. */
function matchesOf(index: PeopleIndex, property: string, term: string): ReadonlySet<Mailbox> {
  if (property.toLowerCase() !== 'displayname') return new Set(index.beginning(property, term));
  const [first, ...others] = wordsOfName(term).map((word) => new Set(index.beginning('words', word)));
  return new Set([...(first ?? [])].filter((mailbox) => others.every((found) => found.has(mailbox))));
}

/**
 * `$search="displayName:ali" OR "mail:bob"`, in the order in which the directory holds them. AND binds closer than OR.
 * Letters count as they are written: what the service does with accents is not documented. @throws GraphError 400.
 */
export function searchPeople(index: PeopleIndex, search: string): ReadonlySet<Mailbox> {
  const found = new Set<Mailbox>();
  for (const alternative of search.split(/\sOR\s/)) {
    const terms = alternative.split(/\sAND\s/).map((part) => /^\s*"([A-Za-z]+):([^"]*)"\s*$/.exec(part));
    if (terms.some((term) => term === null))
      throw badRequest('Syntax error in $search: write "property:term" in quotation marks.');
    const [first, ...others] = terms.map((term) => matchesOf(index, term?.[1] ?? '', term?.[2] ?? ''));
    for (const mailbox of first ?? []) if (others.every((set) => set.has(mailbox))) found.add(mailbox);
  }
  return found;
}

const simple =
  /^\s*(?:startswith\((\w+),\s*'((?:[^']|'')*)'\)|(mail|userPrincipalName) eq '((?:[^']|'')*)'|proxyAddresses\/any\(\w+:\w+ eq '((?:[^']|'')*)'\))\s*$/i;

/**
 * Those whom a `$filter` may let through, where it is a chain of simple conditions joined by `or`; undefined where
 * everybody has to be looked at.
 */
export function peopleForFilter(index: PeopleIndex, filter: string): ReadonlySet<Mailbox> | undefined {
  const found = new Set<Mailbox>();
  for (const part of filter.split(/ or /i)) {
    const match = simple.exec(part);
    if (match === null) return undefined;
    const [, begins, beginning = '', equal, value = '', alias] = match;
    const plain = (text: string): string => text.replaceAll("''", "'");
    const people =
      begins !== undefined
        ? index.beginning(begins, plain(beginning))
        : equal !== undefined
          ? index.beginning(equal, plain(value))
          : index.withAlias(plain(alias ?? ''));
    for (const mailbox of people) found.add(mailbox);
  }
  return found;
}
