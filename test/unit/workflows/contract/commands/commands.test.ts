import { describe, expect, it } from 'vitest';
import { forEachCommand } from '../../../../../workers/client/meetings.ts';
import type { Command } from '../../../../../workflows/contract/commands/command.ts';
import { eventOf } from '../../../../../workflows/contract/commands/command.ts';
import type { CommandName } from '../../../../../workflows/contract/commands/commands.ts';
import { commandNames, commands } from '../../../../../workflows/contract/commands/commands.ts';
import { updateOf } from '../../../../../workflows/contract/messages/messages.ts';
import { slotKey } from '../../../../../workflows/domain/time/slot.ts';
import {
  after,
  asCaller,
  asked,
  begun,
  found,
  requestOf,
  said,
  sent,
} from '../../../../support/meeting-states.ts';
import { ana, bo, cy, tuesday, wednesday } from '../../../../support/meeting-views.ts';

const { start, end } = wednesday;

/** What each takes beside what all take. */
const fields: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  respond: { round: 1, answers: { [slotKey(tuesday)]: 'yes' } },
  confirm: {},
  chooseSlots: { slots: [{ start, end }] },
  reschedule: { slots: [{ start, end }] },
  changeAttendees: { add: [], remove: [cy.id] },
  edit: { title: 'Q4 budget' },
  remind: {},
  cancel: {},
};

const open = after(begun(), found(tuesday), sent);
/** The organizer has the last word. */
const approved = after(
  begun(requestOf({ confirmation: 'organizer' })),
  found(tuesday),
  sent,
  ...[bo, cy].map((person) => said(person, 1, [[tuesday, 'yes']])),
);
const cancelled = after(open, { kind: 'cancelled', caller: asCaller(ana) });

function given(name: CommandName, more: Readonly<Record<string, unknown>> = {}) {
  const caller = asCaller(commands[name].permission === 'answer' ? bo : ana);
  return { caller, idempotencyKey: 'key-1', ...fields[name], ...more };
}

describe.each(commandNames)('the command %s', (name) => {
  const rule: Command = commands[name];
  const decided = (more: Readonly<Record<string, unknown>>, state = open) =>
    eventOf(rule, rule.schema.parse(given(name, more)), state, asked);

  it('is the update of its name', () => {
    expect(rule.name).toBe(name);
    expect(updateOf(name).name).toBe(name);
  });

  it('needs a caller and an idempotency key, and takes the version that its sender saw', () => {
    expect(rule.schema.parse(given(name, { seenVersion: 3 }))).toMatchObject({ seenVersion: 3 });
    for (const wrong of [
      { caller: undefined },
      { idempotencyKey: undefined },
      { idempotencyKey: '' },
      { seenVersion: 0 },
      { seenVersion: 1.5 },
    ]) {
      expect(rule.schema.safeParse(given(name, wrong)).success, JSON.stringify(wrong)).toBe(false);
    }
  });

  it('is refused to people who are not in the meeting, with a reason', () => {
    const stranger = { ...asCaller(bo), personId: 'eve' };
    expect(decided({ caller: stranger })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden', reason: rule.permission === 'answer' ? 'notInvited' : 'onlyOrganizer' },
    });
  });

  it('is refused where a rule forbids it, with a reason', () => {
    const reason = name === 'cancel' ? 'cancelledAlready' : 'over';
    expect(decided({}, cancelled)).toMatchObject({ ok: false, problem: { reason } });
  });

  it('cannot have been given upon a version that there is not', () => {
    const seen = { seenVersion: open.version + 1 };
    expect(decided(seen)).toMatchObject({
      ok: false,
      problem: {
        code: 'invalid',
        path: 'seenVersion',
        reason: 'versionUnknown',
        seen: open.version + 1,
        current: open.version,
      },
    });
  });

  it('becomes one event, and the trail says what its sender had seen', () => {
    const ready = name === 'confirm' ? approved : open;
    const event = decided({ seenVersion: 2 }, ready);
    if (!event.ok) throw new Error(event.problem.message);
    const { history } = after(ready, event.value);
    expect(history.at(-1)).toMatchObject({
      version: ready.version + 1,
      personId: rule.permission === 'answer' ? bo.id : ana.id,
      surface: 'teams',
      seenVersion: 2,
    });
  });
});

it('clients have a function for each command of the table, and for nothing else', () => {
  const made: string[] = [];
  const client = forEachCommand((name) => {
    made.push(name);
    return () => Promise.reject(new Error(name));
  });
  expect(Object.keys(client)).toEqual(commandNames);
  expect(made).toEqual(commandNames);
});
