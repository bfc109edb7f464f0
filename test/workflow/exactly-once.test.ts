import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { companyPeople } from '../../infra/graph-emulator/company.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import { tied } from '../support/tied-process.ts';
import {
  aRequest,
  asPerson,
  dayFromNow,
  freshKey,
  openMeetingWorld,
  required,
  someone,
} from '../support/meeting-world.ts';

const meetingCount = 100;
const workerFile = join(import.meta.dirname, '../support/meeting-worker-process.ts');
const people = companyPeople
  .filter(({ timeZone }) => timeZone.startsWith('Europe/'))
  .map(({ givenName }) => someone(givenName.toLowerCase()));

/** The same numbers in every run; what they meet is chance enough. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const dice = createDice(20_26);

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(dice() * items.length)];
  if (item === undefined) throw new Error('nothing to pick');
  return item;
}

async function startWorker(world: MeetingWorld): Promise<ChildProcess> {
  const settings = {
    address: world.temporal.address,
    graphUrl: world.graph.baseUrl,
    graphToken: world.graph.token,
    sqliteFile: world.sqliteFile,
  };
  const child = tied(
    fork(workerFile, [JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }),
  );
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  return child;
}

async function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Repeats a use case with its own key until it is answered, as any client that keeps its key may. */
async function insist<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const end = Date.now() + 150_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(200);
    }
  }
}

/** A meeting from beginning to end, by people who answer as soon as they see a question. */
async function runMeeting(world: MeetingWorld, index: number, organizer: Person, others: readonly Person[]) {
  const request = aRequest(organizer, others.map(required), dayFromNow(3 + (index % 20), 8, 9), {
    title: `Faulty ${index}`,
    ranking: 'earliest',
  });
  const key = freshKey();
  const propose = () => world.meetings.propose(asPerson(organizer), { request, idempotencyKey: key });
  const proposed = await insist(propose);
  if (!proposed.ok) throw new Error(proposed.problem.message);
  const { meetingId } = proposed.value;
  const end = Date.now() + 150_000;
  const answered = new Set<string>();
  for (;;) {
    const view = await world.ports.projections.snapshot(meetingId);
    if (view?.status === 'confirmed' || view?.choice !== undefined) return view;
    const round = view?.status === 'proposed' ? view.proposal?.round : undefined;
    for (const person of others) {
      const is = view?.attendees.find((one) => one.person.id === person.id);
      if (view === undefined || round === undefined || is?.approval !== 'pending') continue;
      if (answered.has(`${round}/${person.id}`)) continue;
      const slots = view.proposal?.slots ?? [];
      const given = await insist(() =>
        world.meetings.respond(asPerson(person), {
          meetingId,
          round,
          answers: Object.fromEntries(slots.map((slot) => [slotKey(slot), 'yes' as const])),
          idempotencyKey: `${round}-${person.id}`,
        }),
      );
      if (given.ok) answered.add(`${round}/${person.id}`);
    }
    if (Date.now() > end) throw new Error(`Meeting ${index} did not end: ${JSON.stringify(view)}`);
    await pause(250);
  }
}

function addFault(world: MeetingWorld): void {
  const path = pick(['getSchedule', 'events', '\\$batch', 'planner', '']);
  const kinds = [
    { status: 429, retryAfterSeconds: 1 },
    { status: 503 },
    { status: 504 },
    { cut: 'before' as const },
    { cut: 'after' as const },
    { cut: 'after' as const, method: 'POST' },
    { latencyMs: 2500 },
  ];
  world.graph.addFault({ path, times: 1 + Math.floor(dice() * 3), ...pick(kinds) });
}

interface Found {
  readonly subject: string;
  readonly iCalUId: string;
}

async function allEvents(world: MeetingWorld): Promise<readonly Found[]> {
  const found = await Promise.all(
    people.map(async ({ id }) => {
      const { body } = await world.graph.call('GET', `/users/${id}/events?$select=subject,iCalUId&$top=999`);
      return (body as { value: Found[] }).value;
    }),
  );
  return found.flat();
}

describe('a hundred meetings under faults', () => {
  it('each have one event or a reason, nobody is asked twice, and nothing is left over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assent-faults-'));
    const world = await openMeetingWorld({ withWorker: false, dbFile: join(folder, 'temporal.db') });
    let worker = await startWorker(world);
    const counts = { kills: 0, faults: 0, temporalRestarts: 0 };
    const over = new AbortController();
    // A function, because the answer changes while others are awaited.
    const isOver = (): boolean => over.signal.aborted;
    const trouble = (async () => {
      for (let turn = 0; !isOver() && turn < 12; turn += 1) {
        for (let n = 0; n < 4; n += 1) addFault(world);
        counts.faults += 4;
        await pause(800 + dice() * 1700);
        if (isOver()) break;
        if (turn === 3) {
          await world.temporal.restart();
          counts.temporalRestarts += 1;
        } else if (turn % 2 === 0) {
          await stop(worker, 'SIGKILL');
          counts.kills += 1;
          worker = await startWorker(world);
        }
      }
      world.graph.clearFaults();
      if (worker.exitCode !== null) worker = await startWorker(world);
    })();
    try {
      const ends = await Promise.all(
        Array.from({ length: meetingCount }, async (_unused, index) => {
          const organizer = people[index % people.length] ?? someone('alice');
          const others = [1, 3].map((step) => people[(index + step) % people.length] ?? organizer);
          await pause(index * 100);
          return runMeeting(world, index, organizer, others);
        }),
      );
      over.abort();
      await trouble;
      // Open questions to organizers keep their holds until they are answered; here all are withdrawn.
      for (const { meetingId, status, organizer } of ends) {
        if (status === 'confirmed') continue;
        const idempotencyKey = freshKey();
        await insist(() => world.meetings.cancel(asPerson(organizer), { meetingId, idempotencyKey }));
      }
      await expect
        .poll(
          async () => (await allEvents(world)).filter(({ subject }) => subject.startsWith('Hold')).length,
          { timeout: 60_000, interval: 500 },
        )
        .toBe(0);
      const events = await allEvents(world);
      const byTitle = Map.groupBy(events, ({ subject }) => subject);
      const isBooked = ({ status }: MeetingView): boolean => status === 'confirmed';
      const wrong = ends.filter((end) => {
        const ids = new Set((byTitle.get(end.title) ?? []).map(({ iCalUId }) => iCalUId));
        return ids.size !== (isBooked(end) ? 1 : 0);
      });
      const orphans = [...byTitle.keys()].filter((subject) => !ends.some(({ title }) => title === subject));
      const asks = await world.ports.store.list({ prefix: 'asked:', limit: 10_000 });
      const twice = asks.filter(({ value }) => value !== '1');
      console.log(
        JSON.stringify({
          meetings: ends.length,
          booked: ends.filter(isBooked).length,
          withReason: ends.filter((end) => !isBooked(end)).length,
          reasons: [...new Set(ends.flatMap(({ choice }) => choice?.reason ?? []))],
          wrongNumberOfEvents: wrong.length,
          orphanedEvents: orphans.length,
          questions: asks.length,
          askedTwice: twice.length,
          ...counts,
        }),
      );
      expect(wrong.map(({ title }) => title)).toEqual([]);
      expect(orphans).toEqual([]);
      for (const end of ends) {
        if (!isBooked(end)) expect(end.choice?.reason).toMatch(/\w+/);
      }
      expect(asks.length).toBeGreaterThanOrEqual(2 * meetingCount);
      expect(twice).toEqual([]);
      expect(counts.kills).toBeGreaterThanOrEqual(3);
      expect(counts.temporalRestarts).toBe(1);
    } finally {
      over.abort();
      await trouble;
      await stop(worker, 'SIGTERM');
      await world.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
