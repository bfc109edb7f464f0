import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Ballot } from '../../../../../workflows/domain/ballots/ballot.ts';
import type { Voter } from '../../../../../workflows/domain/ballots/tally.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type { Vote } from '../../../../../workflows/domain/policy/decide.ts';
import { decide } from '../../../../../workflows/domain/policy/decide.ts';
import { defaultPolicy } from '../../../../../workflows/domain/policy/policy.ts';
import type { Slot } from '../../../../../workflows/domain/time/slot.ts';
import { slotKey } from '../../../../../workflows/domain/time/slot.ts';
import type { DecideCase } from './decide.cases.ts';
import { decideCases } from './decide.cases.ts';

const people = ['ann', 'bob', 'cleo', 'dave'] as const;
const now = '2026-03-02T12:00:00.000Z';

function at(hour: number): Slot {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return { start: `2026-03-10T${pad(hour)}:00:00.000Z`, end: `2026-03-10T${pad(hour)}:30:00.000Z` };
}

const meant: Readonly<Record<string, Answer>> = { y: 'yes', i: 'ifNeedBe', n: 'no' };

function ballotsOf(given: DecideCase, slots: readonly Slot[]): Ballot[] {
  return people.flatMap((name) => {
    const letters = given[name] ?? '-';
    if (letters.startsWith('-')) return [];
    const answers = Object.fromEntries(
      slots.map((slot, index) => [slotKey(slot), meant[letters[index] ?? ''] ?? 'no']),
    );
    const counterProposal = given.counter?.by === name ? { counterProposal: at(given.counter.at) } : {};
    return [{ personId: personId(name), round: 1, answers, answeredAt: now, ...counterProposal }];
  });
}

function voteOf(given: DecideCase): Vote {
  const slots = Array.from({ length: given.bob.length }, (_unused, index) => at(9 + index));
  const voters = people.map((name): Voter => ({
    personId: personId(name),
    role: name === 'ann' ? 'organizer' : given.optional?.includes(name) === true ? 'optional' : 'required',
  }));
  return {
    slots,
    voters,
    ballots: ballotsOf(given, slots),
    policy: {
      ...defaultPolicy,
      approval:
        given.policy === 'everybody'
          ? { kind: 'everybody' }
          : { kind: 'quorum', count: Number.parseInt(given.policy, 10) },
      vetoes: given.veto === undefined ? [] : [personId(given.veto)],
      organizerMustAttend: given.organizerMayMiss !== true,
      onDeadline: given.deadlineOver ?? 'organizerDecides',
    },
    deadline: given.deadlineOver === undefined ? '2026-03-04T12:00:00.000Z' : '2026-03-02T11:00:00.000Z',
    mayAskAgain: given.noRoundsLeft !== true,
  };
}

function hourOf({ start }: Slot): number {
  return new Date(start).getUTCHours();
}

function inWords(given: DecideCase): string {
  const decision = decide(voteOf(given), now);
  switch (decision.kind) {
    case 'confirm':
      return `book ${hourOf(decision.slot)}`;
    case 'wait':
      return `wait for ${decision.waitingFor.join(', ')}`;
    case 'askAgain': {
      const [first] = decision.counterProposals;
      return first === undefined ? 'ask again' : `ask again with ${hourOf(first)}`;
    }
    case 'unreachable':
      return 'nothing works';
    case 'deadline':
      return decision.then === 'expire' ? 'expire' : 'ask the organizer';
  }
}

describe('what a set of ballots means', () => {
  it.each(decideCases)('$policy, $what: $then', (given) => {
    expect(inWords(given)).toBe(given.then);
  });

  const letters = fc.constantFrom('-', 'y', 'i', 'n');
  const anyCase = fc.record<DecideCase>({
    what: fc.constant(''),
    policy: fc.constantFrom('everybody', '2 of them', '3 of them', '4 of them'),
    ann: letters,
    bob: letters,
    cleo: letters,
    dave: letters,
    then: fc.constant(''),
  });

  it('never books a time that a required person refused when everybody must come', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const isRefused = people.some((name) => given[name] === 'n');
        fc.pre(given.policy === 'everybody' && isRefused);
        expect(inWords(given)).not.toMatch(/^book/);
      }),
    );
  });

  it('never loses a booking by one more yes', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('bob', 'cleo', 'dave'), (given, who) => {
        fc.pre(inWords(given).startsWith('book'));
        expect(inWords({ ...given, [who]: 'y' })).toMatch(/^book/);
      }),
    );
  });

  it('waits only for people who have not answered', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const decision = decide(voteOf(given), now);
        const waited = decision.kind === 'wait' ? decision.waitingFor : [];
        for (const id of waited) expect(given[id as unknown as 'bob']).toBe('-');
      }),
    );
  });

  it('does not confirm a time that has begun', () => {
    const vote = voteOf({ what: '', policy: 'everybody', bob: 'y', cleo: 'y', dave: 'y', then: '' });
    expect(decide(vote, '2026-03-10T09:00:00.000Z')).toEqual({ kind: 'deadline', then: 'organizerDecides' });
  });
});
