import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { installTeamsApp } from '../../../workers/adapters/graph/directory/teams-app.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import { person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.close());

describe('installing the Teams app for somebody', () => {
  const teamsAppId = randomUUID();

  it('gives the chat to write in, the same one when it was installed before', async () => {
    const wanted = { personId: person('Bob').id, teamsAppId };
    const first = await installTeamsApp(world.graph, wanted);
    expect(first.chatId).toMatch(/^19:/);
    expect(await installTeamsApp(world.graph, wanted)).toEqual(first);
    expect(await installTeamsApp(world.graph, { ...wanted, personId: person('Carol').id })).not.toEqual(
      first,
    );
  });

  it('reports permanent failures as such', async () => {
    await expect(
      installTeamsApp(world.graph, { personId: personId(randomUUID()), teamsAppId }),
    ).rejects.toMatchObject({ reason: 'notFound' });
    world.emulator.addFault({ method: 'POST', path: 'installedApps', status: 403 });
    await expect(
      installTeamsApp(world.graph, { personId: person('Dan').id, teamsAppId }),
    ).rejects.toMatchObject({ reason: 'forbidden' });
  });
});
