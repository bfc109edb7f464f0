import { z } from 'zod';

import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import { isGuest, personId } from '../../../../workflows/domain/people/person.ts';
import type { Person, Room } from '../../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../../workflows/ports/directory.ts';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';
import { cacheAnswers } from '../transport/cached-answer.ts';
import { createLookUp } from './look-up.ts';
import { addressesOf, personOf, readingOf, readSettings, user, userFields } from './people.ts';

const room = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  emailAddress: z.string().nullish(),
  capacity: z.number().nullish(),
  building: z.string().nullish(),
});

const users = z.object({ value: z.array(user) });

const pageSize = 999;

/** What the directory knows of one account. */
interface Account {
  readonly person: Person | undefined;
  readonly isMember: boolean;
  /** Every address that it gets mail at, in lower case. */
  readonly addresses: readonly string[];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function readAccount(graph: Graph, idOrMail: string): Promise<Account | undefined> {
  const key = encodeURIComponent(idOrMail);
  const readsSettings = currentViewer()?.kind !== 'person';
  const isAddress = idOrMail.includes('@');
  const [direct, ...more] = await graph.batch([
    { method: 'GET', path: `/users/${key}?${userFields}` },
    ...(readsSettings ? [{ method: 'GET' as const, path: `/users/${key}/mailboxSettings` }] : []),
    // An address need not be the name that somebody signs in with.
    ...(isAddress
      ? [
          {
            method: 'GET' as const,
            path: `/users?$filter=${encodeURIComponent(`mail eq ${quoted(idOrMail)} or proxyAddresses/any(p:p eq ${quoted(`smtp:${idOrMail}`)})`)}&${userFields}`,
          },
        ]
      : []),
  ]);
  const settings = readsSettings ? more.shift() : undefined;
  const [byMail] = more;
  if (direct !== undefined && direct.status >= 300 && direct.status !== 404 && direct.status !== 400)
    throw serviceErrorOf(direct);
  const isDirect = direct !== undefined && direct.status < 300;
  const found = isDirect ? read(user, direct.body) : users.safeParse(byMail?.body).data?.value[0];
  if (found === undefined) return undefined;
  const reading =
    isDirect && settings !== undefined
      ? readingOf(settings.body)
      : (await readSettings(graph, [found])).get(found.id);
  return {
    person: personOf(found, reading),
    isMember: found.userType !== 'Guest',
    addresses: addressesOf(found),
  };
}

async function readRooms(graph: Graph): Promise<readonly Room[]> {
  const found = await graph.list('/places/microsoft.graph.room?$top=100', room);
  return found.flatMap(({ id, displayName, emailAddress, capacity, building }) =>
    typeof emailAddress !== 'string'
      ? []
      : [
          {
            id: personId(id),
            displayName: displayName ?? emailAddress,
            mail: emailAddress.toLowerCase(),
            ...(typeof capacity === 'number' ? { capacity } : {}),
            ...(typeof building === 'string' ? { building } : {}),
          },
        ],
  );
}

/** The names, then the addresses that begin with the text; then the rest as the directory gave it. */
function bestFirst(people: readonly Person[], text: string): readonly Person[] {
  const wanted = text.toLowerCase();
  const rank = ({ displayName, mail }: Person): number => {
    const name = displayName.toLowerCase();
    if (name === wanted || mail === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return mail.startsWith(wanted) ? 2 : 3;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person);
}

/** Entra ID's directory and Exchange's rooms, through Microsoft Graph; cached separately for each viewer. */
export function createGraphDirectory(
  graph: Graph,
  /** How long answers are kept; the settings of mailboxes are among them. */
  { cacheMs }: { readonly cacheMs: number },
): Directory {
  const account = cacheAnswers(cacheMs, (key) => readAccount(graph, key));
  const rooms = cacheAnswers(cacheMs, () => readRooms(graph));
  const lookUp = createLookUp(graph, {
    cacheMs,
    addressesOf: async (asker) => (await account(asker))?.addresses ?? [],
    roomMails: async () => new Set((await rooms('')).map(({ mail }) => mail)),
  });

  return {
    person: async (idOrMail) => (await account(idOrMail.trim().toLowerCase()))?.person,
    async search({ text, limit }) {
      const wanted = text.trim();
      if (wanted === '' || limit < 1) return [];
      const filter = ['displayName', 'givenName', 'surname', 'mail']
        .map((field) => `startswith(${field},'${wanted.replaceAll("'", "''")}')`)
        .join(' or ');
      const found = await graph.send(
        { method: 'GET', path: `/users?$filter=${encodeURIComponent(filter)}&${userFields}&$top=${limit}` },
        users,
      );
      return bestFirst(
        found.value.flatMap((one) => personOf(one) ?? []),
        wanted,
      ).slice(0, limit);
    },
    lookUp,
    async members(groupId) {
      const found = await graph.list(
        `/groups/${encodeURIComponent(groupId)}/members?${userFields}&$top=${pageSize}`,
        user,
      );
      return found.flatMap((one) => personOf(one) ?? []);
    },
    rooms: () => rooms(''),
    isMember: async (id) => !isGuest(id) && (await account(id))?.isMember === true,
  };
}
