import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { standardSettings } from '../../../infra/graph-emulator/directory/mailbox.ts';
import type { Mailbox } from '../../../infra/graph-emulator/directory/mailbox.ts';
import { stableGuid } from '../../../infra/graph-emulator/access/tenant.ts';
import { createGraphDirectory } from '../../../workers/adapters/graph/directory/directory.ts';
import { findPeople } from '../../../workers/client/operations/find-people.ts';
import type { KnownPeople, NameQuery } from '../../../workflows/domain/people/known-people.ts';
import { guestId } from '../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import { person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let directory: Directory;
const alice = person('Alice Martin');

/** An account of the company's directory. */
function account(
  displayName: string,
  mail: string,
  differs: {
    readonly accountEnabled?: boolean;
    readonly purpose?: string;
    readonly aliases?: readonly string[];
  } = {},
): Mailbox {
  const { accountEnabled = true, purpose = 'user', aliases = [] } = differs;
  const [givenName = '', surname = ''] = displayName.split(' ');
  const settings = standardSettings('GMT Standard Time');
  const id = stableGuid(mail);
  return {
    id,
    kind: 'user',
    mail,
    displayName,
    profile: {
      id,
      displayName,
      givenName,
      surname,
      mail,
      userPrincipalName: mail,
      accountEnabled,
      userType: 'Member',
      proxyAddresses: [`SMTP:${mail}`, ...aliases.map((alias) => `smtp:${alias}`)],
    },
    settings: { ...settings, others: { ...settings.others, userPurpose: purpose } },
  };
}

const words = (...said: readonly string[]): NameQuery => ({ kind: 'words', words: said });
const address = (mail: string): NameQuery => ({ kind: 'address', address: mail });

async function lookUp(...names: readonly NameQuery[]): Promise<KnownPeople> {
  return directory.lookUp({ names, asker: alice.id });
}

beforeAll(async () => {
  world = await startGraphWorld();
  directory = createGraphDirectory(world.graph, { cacheMs: 60_000 });
  const add = (mailbox: Mailbox): void => {
    world.emulator.world.directory.add(mailbox);
  };
  add(account('Support', 'support@contoso.example', { accountEnabled: false, purpose: 'shared' }));
  add(account('Lena Left', 'lena.left@contoso.example', { accountEnabled: false }));
  add(account('Robert Stone', 'robert.stone@contoso.example', { aliases: ['bobby@contoso.example'] }));
  add(account('Ewa Łukasik', 'ewa.lukasik@contoso.example'));
  add(account('Søren Ångström', 'soren.angstrom@contoso.example'));
  add(account('Zoë Müller', 'zoe.mueller@contoso.example'));
  const members = Array.from({ length: 25 }, (_, at) => {
    const mailbox = account(`Crew ${at}`, `crew.${at}@contoso.example`);
    add(mailbox);
    return mailbox.id;
  });
  const id = stableGuid('group/crew');
  world.emulator.world.directory.addGroup({
    id,
    members,
    profile: { id, displayName: 'The Crew', mailNickname: 'crew', mail: 'crew@contoso.example' },
  });
});
afterAll(() => world.close());

describe('names looked up in the directory', () => {
  it('knows whom words name, with zone, language and clock, in one batch and one for the mailboxes', async () => {
    await directory.person(alice.id);
    await directory.rooms();
    const cost = await world.requestsOf(async () => {
      const { people } = await lookUp(words('bob', 'keller'), words('carol'), words('roadmap'));
      expect(people).toContainEqual({ ...person('Bob'), locale: 'de-DE', hourCycle: 'h23' });
      expect(people.map(({ displayName }) => displayName)).toContain('Carol Osei');
    });
    expect(cost).toBe(2);
    expect(await world.requestsOf(() => lookUp(words('bob', 'keller'), words('carol')))).toBe(1);
  });

  it.each([
    ['lukasik', 'Ewa Łukasik'],
    ['soren', 'Søren Ångström'],
    ['mueller', 'Zoë Müller'],
    ['muller', 'Zoë Müller'],
    ['zoe', 'Zoë Müller'],
    ['bob', 'Robert Stone'],
  ])('finds by %s, as keyboards and nicknames write it, %s', async (word, name) => {
    const { people } = await lookUp(words(word));
    expect(people.map(({ displayName }) => displayName)).toContain(name);
  });

  it('tells whose an address is', async () => {
    const { addresses } = await lookUp(
      address('Bobby@contoso.example'),
      address('support@contoso.example'),
      address('lena.left@contoso.example'),
      address('engineering@contoso.example'),
      address('crew@contoso.example'),
      address('nobody@contoso.example'),
      address("niamh.o'brien@partner.example"),
    );
    expect(addresses).toMatchObject([
      { kind: 'person', person: { displayName: 'Robert Stone' } },
      { kind: 'person', person: { displayName: 'Support', timeZone: 'Europe/London' } },
      { kind: 'switchedOff', displayName: 'Lena Left' },
      { kind: 'group', group: { displayName: 'Engineering' } },
      { kind: 'group', group: { displayName: 'The Crew', members: undefined } },
      { kind: 'nobody' },
      { kind: 'outside' },
    ]);
    const [, , , engineering] = addresses;
    const members = engineering?.kind === 'group' ? engineering.group.members : [];
    expect(members?.map(({ displayName }) => displayName)).toContain('Carol Osei');
  });

  it('knows groups by name, and people by id', async () => {
    const { groups, people } = await lookUp(words('engineering'), { kind: 'id', id: person('Dan').id });
    expect(groups).toMatchObject([{ displayName: 'Engineering' }]);
    const budget = await lookUp({ kind: 'words', words: ['budget'], isGroup: true });
    expect(budget.groups).toMatchObject([{ displayName: 'Q3 Budget', isOwn: true }]);
    expect(budget.groups[0]?.members?.map(({ displayName }) => displayName)).toContain('Ana Souza');
    expect(people).toContainEqual(
      expect.objectContaining({ displayName: 'Dan Cohen', timeZone: 'Europe/London' }),
    );
  });

  it('tells whom the asker works with, contacts from outside among them, and not the asker', async () => {
    const { directory: mailboxes } = world.emulator.world;
    const settings = mailboxes.find(alice.id)?.settings;
    if (settings === undefined) throw new Error('Alice has no mailbox.');
    mailboxes.changeSettings(alice.id, {
      ...settings,
      contacts: [{ displayName: 'Pat Doe', address: 'pat@partner.example' }],
    });
    const fresh = createGraphDirectory(world.graph, { cacheMs: 0 });
    const { nearby } = await fresh.lookUp({ names: [words('karol')], asker: alice.id });
    expect(nearby).toContainEqual(expect.objectContaining({ id: person('Carol').id }));
    expect(nearby).toContainEqual({
      id: guestId('pat@partner.example'),
      displayName: 'Pat Doe',
      mail: 'pat@partner.example',
    });
    expect(nearby.map(({ id }) => id)).not.toContain(alice.id);
  });

  it.each([
    ['an address with an apostrophe', "niamh.o'brien@partner.example", ["niamh.o'brien@partner.example"]],
    ['an alias', 'bobby@contoso.example', ['robert.stone@contoso.example']],
    ['a shared mailbox', 'support@contoso.example', ['support@contoso.example']],
    ['a link', 'mailto:bob.keller@contoso.example', ['bob.keller@contoso.example']],
    ['a name and an address', 'Bob Keller <bob.keller@contoso.example>', ['bob.keller@contoso.example']],
    ['plain letters', 'Ewa Lukasik', ['ewa.lukasik@contoso.example']],
  ])('tools invite by %s', async (_what, text, mails) => {
    const found = await findPeople(directory, [text], 'attendees', alice.id);
    expect(found.ok && found.value.map(({ mail }) => mail)).toEqual(mails);
  });

  it('tools invite a group by its members, and are told why somebody cannot be invited', async () => {
    const group = await findPeople(
      directory,
      ['engineering@contoso.example', 'Carol Osei'],
      'attendees',
      alice.id,
    );
    const names = group.ok ? group.value.map(({ displayName }) => displayName) : [];
    expect(names).toContain('Hiro Tanaka');
    expect(new Set(names).size).toBe(names.length);
    for (const [text, message] of [
      ['lena.left@contoso.example', "Lena Left's account is switched off"],
      ['karol.osei@contoso.example', 'Perhaps Carol Osei (carol.osei@contoso.example)?'],
      ['Karol', 'Perhaps Carol Osei (carol.osei@contoso.example)?'],
      ['crew@contoso.example', 'too many members'],
      ['Alice', 'Alice Nguyen'],
    ] as const) {
      const refused = await findPeople(directory, [text], 'attendees', person('Dan').id);
      expect(refused).toMatchObject({
        ok: false,
        problem: { path: 'attendees.0', message: expect.stringContaining(message) as string },
      });
    }
  });
});
