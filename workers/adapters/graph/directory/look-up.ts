import { z } from 'zod';

import { isSameWord } from '../../../../workflows/domain/people/letters.ts';
import { domainOf } from '../../../../workflows/domain/people/mail-address.ts';
import { nameWords, nicknamesOf, spellingsOf } from '../../../../workflows/domain/people/spellings.ts';
import type {
  KnownAddress,
  KnownGroup,
  KnownPeople,
  NameQuery,
} from '../../../../workflows/domain/people/known-people.ts';
import { guestId, personId } from '../../../../workflows/domain/people/person.ts';
import type { Person, PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../../workflows/ports/directory.ts';
import { cacheManyAnswers } from '../transport/cached-answer.ts';
import { serviceErrorOf } from '../transport/graph-error.ts';
import type { GraphAnswer } from '../transport/graph-request.ts';
import type { Graph } from '../transport/graph.ts';
import { membersRequest, nameRequests, tooManyMembers } from './name-requests.ts';
import { addressesOf, personOf, readSettings, user } from './people.ts';
import type { Reading, User } from './people.ts';

const users = z.object({ value: z.array(user) });
const group = z.object({
  id: z.string().optional(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  members: z.array(z.unknown()).nullish(),
});
const groups = z.object({ value: z.array(group) });
const list = z.object({ value: z.array(z.unknown()) });
/** Graph's `person`: a colleague, or a contact of the mailbox. */
const relevant = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  scoredEmailAddresses: z.array(z.object({ address: z.string().nullish() })).nullish(),
  personType: z.object({ subclass: z.string().nullish() }).nullish(),
});
const relevants = z.object({ value: z.array(relevant) });

/** More people who may be meant are asked about before their mailboxes are. */
const mostSettings = 20;

type Found = z.output<typeof group>;

/** Whether each word of some spelling of the name was said. */
function isNamed(displayName: string, words: readonly string[]): boolean {
  const said = (word: string): boolean => words.some((one) => isSameWord(one, word));
  return (
    spellingsOf(displayName).some((spelling) => spelling.every(said)) || nicknamesOf(displayName).some(said)
  );
}

function colleagueOf({
  id,
  displayName,
  userPrincipalName,
  scoredEmailAddresses,
  personType,
}: z.output<typeof relevant>): Person[] {
  const mail = (scoredEmailAddresses?.[0]?.address ?? userPrincipalName ?? '').toLowerCase();
  if (!mail.includes('@')) return [];
  const isColleague = personType?.subclass === 'OrganizationUser';
  return [{ id: isColleague ? personId(id) : guestId(mail), displayName: displayName ?? mail, mail }];
}

/** Of groups a list of people with an address each, as members may be devices and groups too. */
function membersOf({ members }: Found): readonly User[] | undefined {
  if (members === null || members === undefined || members.length >= tooManyMembers) return undefined;
  return members.flatMap((one) => user.safeParse(one).data ?? []);
}

/** Searches go to the directory's index (learn.microsoft.com/graph/aad-advanced-queries). */
function headersFor(path: string): Readonly<Record<string, string>> {
  return path.includes('$search=') ? { ConsistencyLevel: 'eventual' } : {};
}

/** Answers by path, in one `$batch` for what is not known yet, kept for a while. */
export function createLookUp(
  graph: Graph,
  settings: {
    readonly cacheMs: number;
    /** The asker's addresses; by their domains a colleague is told from a guest. */
    readonly addressesOf: (asker: PersonId) => Promise<readonly string[]>;
    /** Addresses of rooms, which are no people though they have accounts. */
    readonly roomMails: () => Promise<ReadonlySet<string>>;
  },
): Directory['lookUp'] {
  const answers = cacheManyAnswers<GraphAnswer>(settings.cacheMs, (paths) =>
    graph.batch(paths.map((path) => ({ method: 'GET', path, headers: headersFor(path) }))),
  );
  const readings = cacheManyAnswers<Reading>(settings.cacheMs, async (keys) => {
    const accounts = keys.map((key) => user.parse(JSON.parse(key)));
    const read = await readSettings(graph, accounts);
    return accounts.map(({ id }) => read.get(id) ?? {});
  });

  async function read(names: readonly NameQuery[], asker: PersonId | undefined) {
    const requests = nameRequests(names, asker);
    const all = await answers([
      ...requests.users,
      ...requests.groups,
      ...requests.people,
      ...requests.memberOf,
    ]);
    let at = 0;
    const next = (paths: readonly string[], isNeeded: boolean): readonly unknown[] => {
      const part = all.slice(at, at + paths.length);
      at += paths.length;
      return part.flatMap((answer) => {
        if (answer.status < 300) return [answer.body];
        // Without the permission for groups or for whom somebody works with, these are not offered.
        if (!isNeeded) return [];
        throw serviceErrorOf(answer);
      });
    };
    const found = next(requests.users, true).flatMap((body) => users.parse(body).value);
    const lists = next(requests.groups, false).flatMap((body) => groups.parse(body).value);
    const people = next(requests.people, false).flatMap((body) => relevants.parse(body).value);
    const own = next(requests.memberOf, false).flatMap((body) => groups.parse(body).value);
    return { found: [...new Map(found.map((one) => [one.id, one])).values()], lists, people, own };
  }

  /** Those of the asker's own groups that are named by a part of their names, with their members. */
  async function ownLists(own: readonly Found[], names: readonly NameQuery[]): Promise<readonly Found[]> {
    const said = names.flatMap((name) =>
      name.kind === 'words' && name.isGroup === true ? [name.words] : [],
    );
    const named = own.filter(({ displayName }) => {
      const words = nameWords(displayName ?? '');
      return said.some((part) => part.every((word) => words.some((of) => isSameWord(of, word))));
    });
    const members = await answers(named.map(({ id = '' }) => membersRequest(id)));
    return named.map((one, index) => ({ ...one, members: list.safeParse(members[index]?.body).data?.value }));
  }

  return async ({ names, asker }): Promise<KnownPeople> => {
    const addresses = names.flatMap((name) => (name.kind === 'address' ? [name.address.toLowerCase()] : []));
    const ids = names.flatMap((name) => (name.kind === 'id' ? [name.id] : []));
    const words = [...new Set(names.flatMap((name) => (name.kind === 'words' ? name.words : [])))];
    const [{ found: accounts, lists: listed, people, own: groupsOfAsker }, roomMails, own] =
      await Promise.all([
        read(names, asker),
        settings.roomMails(),
        asker === undefined ? [] : settings.addressesOf(asker),
      ]);
    const mine = await ownLists(groupsOfAsker, names);
    const lists = [...listed.filter(({ id }) => !mine.some((one) => one.id === id)), ...mine];
    const found = accounts.filter((one) => addressesOf(one).every((mail) => !roomMails.has(mail)));
    const isMeant = (one: User): boolean =>
      ids.includes(personId(one.id)) ||
      addressesOf(one).some((mail) => addresses.includes(mail)) ||
      isNamed(one.displayName ?? '', words);
    const namedLists = lists.filter(
      (one) =>
        mine.includes(one) ||
        groupAddresses(one).some((mail) => addresses.includes(mail)) ||
        isGroupNamed(one, words),
    );
    const meant = [...found.filter(isMeant), ...namedLists.flatMap((one) => membersOf(one) ?? [])].map(
      (one) => [one.id, JSON.stringify({ id: one.id, mail: one.mail ?? one.userPrincipalName })] as const,
    );
    const asked = [...new Map(meant)].slice(0, mostSettings);
    const told = await readings(asked.map(([, key]) => key));
    const readingOf = new Map(asked.map(([id], index) => [id, told[index]]));
    const personFrom = (one: User): Person | undefined => personOf(one, readingOf.get(one.id));
    const knownGroup = (one: Found): KnownGroup => ({
      displayName: one.displayName ?? '',
      mail: one.mail?.toLowerCase(),
      ...(mine.includes(one) ? { isOwn: true } : {}),
      members: membersOf(one)?.flatMap((member) => personFrom(member) ?? []),
    });
    const domains = new Set(own.map(domainOf));
    const switchedOff = new Set(
      found.filter((one) => personFrom(one) === undefined).map(({ id }) => personId(id)),
    );
    const addressed = (address: string): KnownAddress => {
      const account = found.find((one) => addressesOf(one).includes(address));
      const person = account === undefined ? undefined : personFrom(account);
      if (person !== undefined) return { address, kind: 'person', person };
      if (account !== undefined)
        return { address, kind: 'switchedOff', displayName: account.displayName ?? address };
      const list = lists.find((one) => groupAddresses(one).includes(address));
      if (list !== undefined) return { address, kind: 'group', group: knownGroup(list) };
      return { address, kind: domains.has(domainOf(address)) ? 'nobody' : 'outside' };
    };
    const colleagues = people.flatMap(colleagueOf).filter(({ id }) => !switchedOff.has(id));
    const named = found.filter(isMeant).flatMap((one) => personFrom(one) ?? []);
    const others = found.flatMap((one) => personFrom(one) ?? []);
    return {
      people: named,
      groups: lists.map(knownGroup),
      addresses: [...new Set(addresses)].map(addressed),
      nearby: nearestFirst(colleagues, others).filter(({ id }) => id !== asker),
    };
  };
}

/** Each person once. */
function nearestFirst(colleagues: readonly Person[], others: readonly Person[]): readonly Person[] {
  return [...new Map([...colleagues, ...others].map((person) => [person.id, person])).values()];
}

function groupAddresses({ mail, proxyAddresses }: Found): readonly string[] {
  const aliases = (proxyAddresses ?? []).map((entry) => entry.replace(/^smtp:/i, ''));
  return [mail ?? '', ...aliases].map((one) => one.toLowerCase()).filter((one) => one !== '');
}

function isGroupNamed({ displayName }: Found, words: readonly string[]): boolean {
  const [spelling = []] = spellingsOf(displayName ?? '');
  return spelling.length > 0 && spelling.every((word) => words.some((one) => isSameWord(one, word)));
}
