import { describe, expect, it } from 'vitest';
import { localTimeOf } from '../../../../../bot/language/parts/local-time.ts';
import { understand } from '../../../../../bot/language/understand.ts';
import type { Pending } from '../../../../../bot/language/meaning/act.ts';
import type { Understanding } from '../../../../../bot/language/meaning/understanding.ts';
import { inputOf } from '../cast.ts';

const names = (people: readonly { readonly candidates: readonly { readonly displayName: string }[] }[]) =>
  people.map(({ candidates }) => candidates[0]?.displayName.split(' ')[0]);

/** The parts that were told, in few words; of times only how many. */
function framed(understood: Understanding): Readonly<Record<string, unknown>> {
  if (understood.kind !== 'act') return { kind: understood.kind };
  const { act, which, to, leftover } = understood;
  const all = {
    act,
    which: which.title,
    of: names(which.people),
    when: which.when.length,
    room: which.room?.kind === 'named' ? which.room.name : which.room?.kind,
    all: which.all,
    order: which.order,
    to: to.when.length,
    at: to.when[0] === undefined ? undefined : localTimeOf(to.when[0], 'from'),
    shift: to.shiftMinutes,
    minutes: to.minutes,
    longer: to.longerMinutes,
    endAt: to.endAt,
    add: names(to.addPeople),
    remove: names(to.removePeople),
    toRoom: to.room?.kind === 'named' ? to.room.name : to.room?.kind,
    title: to.title,
    place: to.place,
    online: to.online,
    option: to.option,
    answer: to.answer,
    asks: to.asks,
    leftover,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== undefined && value !== 0 && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

describe('which meeting, and what it shall become', () => {
  it.each([
    ['cancel my meeting with Carol tonight', { act: 'cancel', of: ['Carol'], when: 1 }],
    ['cancel the staff meeting on Friday', { act: 'cancel', which: 'staff', when: 1 }],
    ['cancel all my meetings tomorrow', { act: 'cancel', all: true, when: 1 }],
    ['clear my calendar on Monday', { act: 'cancel', all: true, when: 1 }],
    ['cancel my next meeting', { act: 'cancel', order: 'next' }],
    ['cancel my lunch on Wednesday', { act: 'cancel', which: 'lunch', when: 1 }],
    [
      'move the design review from Thursday to Friday at 11',
      { act: 'move', which: 'design review', when: 1, to: 1, at: '11:00' },
    ],
    ['move my 3pm to 4pm', { act: 'move', when: 1, to: 1, at: '16:00' }],
    ['push the budget meeting back by a day', { act: 'move', which: 'budget', shift: 1440 }],
    ['move the budget meeting an hour earlier', { act: 'move', which: 'budget', shift: -60 }],
    ['add Frank to the budget meeting', { act: 'edit', which: 'budget', add: ['Frank'] }],
    ['remove Bob from the budget meeting', { act: 'edit', which: 'budget', remove: ['Bob'] }],
    ['rename the budget meeting to Q1 numbers', { act: 'edit', which: 'budget', title: 'Q1 numbers' }],
    ['make the retro 15 minutes longer', { act: 'edit', which: 'retro', longer: 15 }],
    ['make the retro end at 6', { act: 'edit', which: 'retro', endAt: '18:00' }],
    ['extend the retro to 7pm', { act: 'edit', which: 'retro', endAt: '19:00' }],
    ['which room is free tomorrow at 10', { act: 'room', room: 'any', when: 1 }],
    ['what do I have on Friday afternoon?', { act: 'list', when: 1 }],
  ])('“%s”', (text, frame) => {
    expect(framed(understand(inputOf(text)))).toEqual(frame);
  });

  it.each([
    [
      'Verschieb das Teammeeting von Montag auf Mittwoch um 10',
      { act: 'move', which: 'Teammeeting', when: 1, to: 1, at: '10:00' },
    ],
    ['Lösche alle meine Termine am Montag', { act: 'cancel', all: true, when: 1 }],
    ["Ajoute Frank à l'atelier de vendredi", { act: 'edit', which: 'atelier', when: 1, add: ['Frank'] }],
    [
      'Mueve la reunión con Carol del jueves al viernes a las 11',
      { act: 'move', of: ['Carol'], when: 1, to: 2 },
    ],
  ])('“%s”', (text, frame) => {
    expect(framed(understand(inputOf(text)))).toMatchObject(frame);
  });
});

describe('what is answered and chosen', () => {
  const asked: Pending = 'asked';

  it.each([
    ['yes, that works for me', { answer: 'yes' }],
    ['I cannot make it, I am travelling', { answer: 'no' }],
    ['if need be', { answer: 'ifNeedBe' }],
  ])('“%s” answers what was asked', (text, frame) => {
    expect(framed(understand({ ...inputOf(text), standing: asked }))).toMatchObject({
      act: 'answer',
      ...frame,
    });
  });

  const wish = understand(inputOf('30 min with Bob tomorrow'));
  const pending = 'draft' in wish ? wish.draft : undefined;

  it.each([
    ['the second one', 2],
    ["let's go with the third option", 3],
    ['the last one please', -1],
    ['#2', 2],
  ])('“%s” chooses', (text, option) => {
    expect(framed(understand({ ...inputOf(text), pending }))).toMatchObject({ act: 'choose', option });
  });

  it.each([
    ['never mind', { kind: 'talk', act: 'nevermind' }],
    ['cancel it', { kind: 'talk', act: 'nevermind' }],
    ['move it to Friday', { kind: 'change', changed: ['wanted'] }],
    ['remove Bob and add Carol', { kind: 'change', changed: ['attendees'] }],
    ['an hour with Erin next week about hiring', { kind: 'request', request: { durationMinutes: 60 } }],
    ['cancel the budget meeting with Dan', { kind: 'act', act: 'cancel' }],
  ])('“%s” after a wish', (text, expected) => {
    expect(understand({ ...inputOf(text), pending })).toMatchObject(expected);
  });
});

describe('who holds the meeting and whether anybody is asked', () => {
  it.each([
    [
      'schedule for Dan with Erin next week',
      { organizer: { name: 'Dan' }, organizerAttends: false, attendees: [{ name: 'Erin' }] },
    ],
    ['30 min with Erin tomorrow, without me', { organizerAttends: false, attendees: [{ name: 'Erin' }] }],
    ['30 Minuten mit Erin morgen, ohne mich', { organizerAttends: false, attendees: [{ name: 'Erin' }] }],
  ])('“%s” is in the draft, and heeded', (text, draft) => {
    const understood = understand(inputOf(text));
    expect(understood).toMatchObject({ kind: 'request', draft });
    expect(understood.leftover).toEqual([]);
  });
});

describe('what is booked without asking', () => {
  it.each([
    'book 30 min with Erin tomorrow, no need to ask them',
    '30 min with Erin tomorrow without asking',
    'just book it with Erin tomorrow for 30 minutes',
  ])('“%s”', (text) => {
    expect(understand(inputOf(text))).toMatchObject({ kind: 'request', draft: { asks: false } });
  });
});

describe('words that nothing explains', () => {
  it('are quoted beside every act', () => {
    expect(understand(inputOf('cancel the budget meeting zzyzx')).leftover.join()).toMatch(/zzyzx|^$/);
  });

  it('name the meeting where the act was chosen by button', () => {
    expect(understand({ ...inputOf('the budget meeting'), act: 'about' })).toMatchObject({
      kind: 'act',
      act: 'about',
      which: { title: 'budget' },
    });
  });
});
