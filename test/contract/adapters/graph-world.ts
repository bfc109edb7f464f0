import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { companyPeople, companyRooms } from '../../../infra/graph-emulator/company.ts';
import { createGraph } from '../../../workers/adapters/graph/transport/graph.ts';
import type { Graph } from '../../../workers/adapters/graph/transport/graph.ts';
import { tokenSourceOf } from '../../../workers/adapters/graph/sign-in/token-source.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import type { Person, Room } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import { startTestGraphEmulator } from '../../support/graph-emulator.ts';
import type { TestGraphEmulator } from '../../support/graph-emulator.ts';

/** The emulator with its company, and the adapter on it over HTTP. */
export interface GraphWorld {
  readonly emulator: TestGraphEmulator;
  readonly graph: Graph;
  readonly store: Store;
  /** How many HTTP requests the work cost. */
  requestsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function startGraphWorld(settings: { readonly timeoutMs?: number } = {}): Promise<GraphWorld> {
  const emulator = await startTestGraphEmulator();
  const folder = await mkdtemp(join(tmpdir(), 'assent-graph-'));
  const shared = openSqliteShared({ file: join(folder, 'shared.sqlite') });
  return {
    emulator,
    store: shared.store,
    graph: createGraph({
      baseUrl: emulator.baseUrl,
      tokenSource: tokenSourceOf({ token: emulator.token }),
      patienceMs: 1000,
      ...settings,
    }),
    requestsOf: async (work) => {
      emulator.log.clear();
      await work();
      return emulator.log.summary().total;
    },
    close: async () => {
      await emulator.close();
      await shared.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody of the company, by the beginning of the name. */
export function person(name: string): Person {
  const found = companyPeople.find(({ displayName }) => displayName.startsWith(name));
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  const { id, displayName, mail, timeZone } = found;
  return { id: personId(id), displayName, mail, timeZone };
}

export function room(name: string): Room {
  const found = companyRooms.find(({ displayName }) => displayName.endsWith(name));
  if (found === undefined) throw new Error(`No room is called ${name}.`);
  return { ...found, id: personId(found.id) };
}

/** A slot on a Monday in UTC. */
export function monday(startHour: number, endHour: number): Slot {
  const at = (hour: number): string => new Date(Date.UTC(2027, 0, 11, 0, hour * 60)).toISOString();
  return { start: at(startHour), end: at(endHour) };
}
