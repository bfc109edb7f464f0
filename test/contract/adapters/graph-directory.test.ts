import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { companyGroups } from '../../../infra/graph-emulator/company.ts';
import { createGraphDirectory } from '../../../workers/adapters/graph/directory/directory.ts';
import { guestId, personId } from '../../../workflows/domain/people/person.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import { person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let directory: Directory;

beforeAll(async () => {
  world = await startGraphWorld();
  directory = createGraphDirectory(world.graph, { cacheMs: 60_000 });
});
afterAll(() => world.close());

describe('the directory through Graph', () => {
  it('knows a person by id and by address, with the IANA zone, language and clock of the mailbox, and asks once', async () => {
    const ana = { ...person('Ana'), locale: 'en-US', hourCycle: 'h12' };
    expect(
      await world.requestsOf(async () => {
        expect(await directory.person(ana.id)).toEqual(ana);
        expect(await directory.person(ana.id)).toEqual(ana);
      }),
    ).toBe(1);
    expect(await directory.person(ana.mail.toUpperCase())).toEqual(ana);
    expect(await directory.person('nobody@contoso.example')).toBeUndefined();
    expect(await directory.person('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('finds people whose name or address begins with a text, best first', async () => {
    const found = await directory.search({ text: 'alice', limit: 5 });
    expect(found.map(({ displayName }) => displayName)).toEqual(['Alice Martin', 'Alice Nguyen']);
    expect(await directory.search({ text: 'alice', limit: 1 })).toHaveLength(1);
    expect(await directory.search({ text: 'keller', limit: 5 })).toMatchObject([
      { displayName: 'Bob Keller' },
    ]);
    expect(await directory.search({ text: "O'Neil", limit: 5 })).toEqual([]);
    expect(await directory.search({ text: ' ', limit: 5 })).toEqual([]);
  });

  it('knows the rooms and the members of a group', async () => {
    expect(await directory.rooms()).toMatchObject([
      { displayName: 'Room Spree', capacity: 4, building: 'Berlin Mitte' },
      { displayName: 'Room Havel' },
      { displayName: 'Room Thames' },
    ]);
    const group = companyGroups[0];
    const members = await directory.members(group?.id ?? '');
    expect(members.map(({ id }) => id)).toEqual(group?.members.map(personId));
    await expect(directory.members('nothing')).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('takes nobody for a member who is not', async () => {
    expect(await directory.isMember(person('Bob').id)).toBe(true);
    expect(await directory.isMember(guestId('bob@elsewhere.example'))).toBe(false);
    expect(await directory.isMember(personId('00000000-0000-4000-8000-000000000001'))).toBe(false);
  });
});
