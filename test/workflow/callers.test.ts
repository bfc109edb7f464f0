import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeMeeting } from '../../bot/words/describe-meeting.ts';
import { commandNames } from '../../workflows/contract/commands/commands.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { guestId } from '../../workflows/domain/people/person.ts';
import { catalogue } from '../../workflows/contract/catalogue/catalogue.ts';
import type { OperationKey } from '../../workflows/contract/catalogue/catalogue.ts';
import { createOperations } from '../../workers/client/operations/operations.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
  asPerson,
  dayFromNow,
  freshKey,
  openMeetingWorld,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');
const eve = someone('eve');
const gil: Person = { id: guestId('gil@else.example'), displayName: 'Gil', mail: 'gil@else.example' };

describe('who calls and how', () => {
  let world: MeetingWorld;
  beforeAll(async () => {
    world = await openMeetingWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('a second click on one button is no second order, and a new look allows a new one', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(8, 8, 9), { title: 'Clicks' }),
    );
    const { meetingId, version } = asked;
    const remind = async (seenVersion: number) =>
      valueOf(
        await world.meetings.remind(asPerson(alice), { meetingId, seenVersion, idempotencyKey: freshKey() }),
      );
    const [once, twice] = await Promise.all([remind(version), remind(version)]);
    const again = await remind(Math.max(once.version, twice.version));
    expect(again.history.filter(({ action }) => action === 'reminded')).toHaveLength(2);
  });

  it('a guest is asked by mail and answers by the link alone; somebody unreachable in Teams by mail too', async () => {
    world.messages.unreachable.add(carol.id);
    const asked = await ask(
      world,
      aRequest(alice, [required(gil), required(carol)], dayFromNow(7, 8, 9), { title: 'Guest' }),
    );
    world.messages.unreachable.delete(carol.id);
    const { meetingId } = asked;
    expect(asked.attendees.map(({ reachedBy }) => reachedBy)).toEqual(['mail', 'mail']);
    expect(asked.warnings).toMatchObject([{ kind: 'undelivered', personId: carol.id }]);
    const mails = world.messages.mails.filter(({ html }) => html.includes(meetingId));
    expect(mails.map(({ to }) => to[0]?.address).sort()).toEqual([carol.mail, gil.mail].sort());
    await expect
      .poll(() => world.messages.told(meetingId, alice.id))
      .toContainEqual(expect.stringContaining('Carol'));
    const guest: Caller = { kind: 'guest', personId: gil.id, meetingId, surface: 'mail' };
    const elsewhere = await world.meetings.get({ ...guest, meetingId: 'another' }, { meetingId });
    expect(elsewhere).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    const slots = asked.proposal?.slots ?? [];
    const yes = Object.fromEntries(slots.map((slot) => [slotKey(slot), 'yes' as const]));
    const given = { meetingId, round: 1, answers: yes, idempotencyKey: freshKey() };
    valueOf(await world.meetings.respond(guest, given));
    await answer(world, carol, asked, 'yes');
    await world.until(meetingId, ({ status }) => status === 'confirmed');
  });

  it('bad messages are refused before they enter history, with a code and a sentence', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(8, 8, 9), { title: 'Bad input' }),
    );
    const { meetingId } = asked;
    const handle = world.client.workflow.getHandle(meetingId);
    const { historyLength } = await handle.describe();
    const raw = async (update: string, argument: unknown) => {
      const error: unknown = await handle
        .executeUpdate(update, { args: [argument], updateId: freshKey() })
        .catch((reason: unknown) => reason);
      return error instanceof Error && error.cause instanceof Error ? error.cause : error;
    };
    const caller = asPerson(alice);
    const base = { caller, idempotencyKey: 'k' };
    const past = { start: '2020-01-01T10:00:00.000Z', end: '2020-01-01T10:30:00.000Z' };
    const bad: readonly [update: string, argument: unknown, code: string][] = [
      ...commandNames.map((name): [string, unknown, string] => [name, {}, 'invalid']),
      ['respond', undefined, 'invalid'],
      ['respond', { ...base, caller: { kind: 'root' }, round: 1, answers: {} }, 'invalid'],
      ['respond', { ...base, caller: asPerson(bob), round: 1, answers: {} }, 'invalid'],
      ['respond', { ...base, caller: asPerson(bob), round: 7, answers: {} }, 'invalid'],
      ['respond', { ...base, caller: asPerson(eve), round: 1, answers: {} }, 'forbidden'],
      ['respond', { ...base, caller: asPerson(bob), round: 1, answers: { x: 'maybe' } }, 'invalid'],
      ['confirm', { ...base, slot: { start: 'soon', end: 'later' } }, 'invalid'],
      ['confirm', { ...base, slot: past }, 'invalid'],
      ['confirm', base, 'requires_approval'],
      ['chooseSlots', { ...base, slots: [] }, 'invalid'],
      ['chooseSlots', { ...base, slots: [past] }, 'invalid'],
      ['reschedule', { ...base, durationMinutes: 1 }, 'invalid'],
      ['reschedule', { ...base, windows: [past] }, 'invalid'],
      ['changeAttendees', { ...base, add: [], remove: [] }, 'invalid'],
      ['changeAttendees', { ...base, add: [], remove: [eve.id] }, 'invalid'],
      ['changeAttendees', { ...base, add: [], remove: [bob.id] }, 'invalid'],
      ['remind', { caller }, 'invalid'],
      ['remind', { ...base, caller: asPerson(bob) }, 'forbidden'],
      ['cancel', { ...base, reason: 'x'.repeat(1001) }, 'invalid'],
      ['cancel', { ...base, caller: asPerson(eve) }, 'forbidden'],
      ['cancel', { ...base, seenVersion: 1000 }, 'invalid'],
    ];
    for (const [update, argument, code] of bad) {
      const failure = await raw(update, argument);
      expect(failure, `${update} ${JSON.stringify(argument)}`).toMatchObject({
        type: 'Problem',
        details: [{ code, message: expect.stringMatching(/\w{3}.*\.$/) as string }],
      });
    }
    expect((await handle.describe()).historyLength).toBeLessThanOrEqual(historyLength + bad.length * 3);
    const history = await handle.fetchHistory();
    expect(history.events?.some((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toBe(false);
    const started = await world.meetings.propose(caller, {
      request: aRequest(alice, [], dayFromNow(8, 8, 9)),
      idempotencyKey: freshKey(),
    });
    expect(started).toMatchObject({ ok: false, problem: { code: 'invalid', path: 'request.attendees' } });
    const forBob = await world.meetings.propose(caller, {
      request: aRequest(bob, [required(alice)], dayFromNow(8, 8, 9)),
      idempotencyKey: freshKey(),
    });
    expect(forBob).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  it('lists are one’s own, in pages, and a quote in an id does not end a filter', async () => {
    for (const title of ['List 1', 'List 2', 'List 3']) {
      await ask(world, aRequest(eve, [required(bob)], dayFromNow(9, 8, 9), { title }));
    }
    const all = async (caller: Caller, which: 'all' | 'organizedByMe' | 'waitingForMe') => {
      const titles: string[] = [];
      let pageToken: string | undefined;
      do {
        const page = valueOf(
          await world.meetings.list(caller, {
            which,
            pageSize: 2,
            pageToken,
          }),
        );
        titles.push(...page.meetings.map(({ title }) => title));
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return titles.filter((title) => title.startsWith('List')).sort();
    };
    const three = ['List 1', 'List 2', 'List 3'];
    await expect.poll(() => all(asPerson(eve), 'organizedByMe')).toEqual(three);
    await expect.poll(() => all(asPerson(bob), 'waitingForMe')).toEqual(three);
    expect(await all(asPerson(eve), 'waitingForMe')).toEqual([]);
    expect(await all(asPerson(someone('dan')), 'all')).toEqual([]);
    const quoted = { ...alice, id: `x' OR AssentOrganizer != '` as typeof alice.id };
    expect(await all(asPerson(quoted), 'all')).toEqual([]);
    const token = await world.meetings.list(asPerson(eve), {
      which: 'all',
      pageSize: 2,
      pageToken: '../../x',
    });
    expect(token).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });

  it('subscribers see the snapshot, then every version in order', async () => {
    const asked = await ask(
      world,
      aRequest(alice, [required(bob), required(carol)], dayFromNow(10, 8, 9), { title: 'Followed' }),
    );
    const seen: number[] = [];
    const stop = valueOf(
      await world.meetings.subscribe(asPerson(carol), {
        meetingId: asked.meetingId,
        onView: ({ version }) => seen.push(version),
      }),
    );
    await answer(world, bob, asked, 'yes');
    await answer(world, carol, asked, 'yes');
    await expect
      .poll(async () => (await world.ports.projections.snapshot(asked.meetingId))?.status)
      .toBe('confirmed');
    await expect.poll(() => seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    await stop();
    const stranger = await world.meetings.subscribe(asPerson(eve), {
      meetingId: asked.meetingId,
      onView: () => undefined,
    });
    expect(stranger).toMatchObject({ ok: false, problem: { code: 'not_found' } });
  });

  it('the catalogue takes names and local times, and asks back where a name is not clear', async () => {
    const { calendar, directory, clock } = world.ports;
    const operations = createOperations({
      meetings: world.meetings,
      calendar,
      directory,
      clock,
      describe: describeMeeting,
    });
    const execute = (key: OperationKey, input: object) =>
      operations.execute(key, asPerson(carol), catalogue[key].input.parse(input));
    const day = dayFromNow(11, 8, 9).start.slice(0, 10);
    const wanted = {
      durationMinutes: 30,
      timeZone: 'Europe/London',
      attendees: ['Bob'],
      windows: [{ start: `${day}T09:00`, end: `${day}T17:00` }],
    };
    const found = valueOf(await execute('findTimes', wanted));
    expect(found['candidates']).toContainEqual(
      expect.objectContaining({ timeZone: 'Europe/London', localStart: `${day}T09:00:00` }),
    );
    const unclear = await execute('findTimes', { ...wanted, attendees: ['Alice'] });
    expect(unclear).toMatchObject({
      ok: false,
      problem: { code: 'invalid', path: 'attendees.0', message: expect.stringContaining('Martin') as string },
    });
    const proposed = valueOf(await execute('propose', { ...wanted, title: 'By name', quorum: 1 }));
    const meetingId = String(proposed['meetingId']);
    await world.until(meetingId, ({ status }) => status === 'proposed' || status === 'confirmed');
    const busy = valueOf(
      await execute('freeBusy', {
        people: ['bob.keller@contoso.example', 'nobody@else.example'],
        start: `${day}T00:00`,
        end: `${day}T23:00`,
        timeZone: 'Europe/London',
      }),
    );
    expect(busy['people']).toMatchObject([
      { name: 'Bob Keller' },
      { error: expect.stringContaining('unknown') as string },
    ]);
    const nothing = await execute('change', { meetingId, timeZone: 'Europe/London' });
    expect(nothing).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    const tooNew = await execute('cancel', { meetingId, seenVersion: 1000 });
    expect(tooNew).toMatchObject({ problem: { reason: 'versionUnknown', seen: 1000, path: 'seenVersion' } });
    const { version } = valueOf(await execute('get', { meetingId }));
    valueOf(await execute('cancel', { meetingId, seenVersion: version }));
    const { history } = valueOf(await world.meetings.get(asPerson(carol), { meetingId }));
    expect(history.find(({ action }) => action === 'cancelled')).toMatchObject({ seenVersion: version });
  });
});
