import { describe, expect, it } from 'vitest';

import type { Conversation } from '../../../../../bot/teams/conversations.ts';

import { cancelWish } from '../../../../../bot/teams/acts/end-wish.ts';
import { replyToAct } from '../../../../../bot/teams/acts/reply-to-act.ts';
import {
  alice,
  bob,
  booked,
  carol,
  dan,
  named,
  proposed,
  said,
  sceneOf,
  slotAt,
  textOf,
  whens,
} from './scene.ts';

const wednesday = slotAt('2026-12-09', '10:00');

describe('cancelling in words', () => {
  it('changes nothing where no meeting fits, and names the nearest', async () => {
    const scene = sceneOf([booked('Q3 budget', slotAt('2026-12-15', '15:00'), { with: [bob] })]);
    const turn = scene.turn(said('cancel', { people: [named(carol)], when: await whens('tonight') }));
    const text = textOf(await replyToAct(turn));
    expect(text).toContain('You have no meeting with Carol on Mon 30 Nov between 17:00 and');
    expect(text).toContain('Q3 budget');
    expect(text).toContain('Bob Keller');
    expect(scene.commands).toEqual([]);
  });

  it('shows the meeting and asks, and does it by the button alone', async () => {
    const scene = sceneOf([booked('Parking', wednesday)]);
    const text = textOf(await replyToAct(scene.turn(said('cancel', { title: 'parking' }))));
    expect(text).toContain('Cancel this meeting?');
    expect(text).toContain('"verb":"cancel"');
    expect(scene.commands).toEqual([]);
  });

  it('asks which one, with the command kept in each button', async () => {
    const scene = sceneOf([booked('Budget North', wednesday), booked('Budget South', wednesday)]);
    const text = textOf(await replyToAct(scene.turn(said('cancel', { title: 'budget' }))));
    expect(text).toContain('Which one?');
    expect(text).toContain('"verb":"goOn","data":{"saidId":"said-1","meetingId":"meeting-budget-north"}');
  });

  it('lists all that fit, and cancels them together after one click', async () => {
    const scene = sceneOf([
      booked('One', slotAt('2026-12-01', '10:00')),
      booked('Two', slotAt('2026-12-01', '14:00')),
      booked('Later', wednesday),
    ]);
    const turn = scene.turn(said('cancel', { all: true, when: await whens('tomorrow') }));
    const text = textOf(await replyToAct(turn));
    expect(text).toContain('Cancel these 2 meetings?');
    expect(text).not.toContain('Later');
    expect(scene.commands).toEqual([]);
  });

  it('offers an attendee to say that they cannot come', async () => {
    const scene = sceneOf([booked('Hiring', wednesday, { organizer: bob, with: [alice] })]);
    const text = textOf(await replyToAct(scene.turn(said('cancel', { title: 'hiring' }))));
    expect(text).toContain('Only Bob Keller');
    expect(text).toContain('Say that I can’t come');
  });
});

describe('cancelling while a wish is talked about', () => {
  it('ends the search, touches nothing, and offers the meetings that may be meant', async () => {
    const scene = sceneOf([booked('Parking', wednesday)]);
    const pending = { draftId: 'd', offered: [] } as unknown as Conversation;
    const text = textOf(await cancelWish(scene.turn(said('cancel'), { pending })));
    expect(text).toContain('I’ve stopped looking for a time.');
    expect(text).toContain('Did you mean a meeting that exists already?');
    expect(text).toContain('"meetingId":"meeting-parking"');
    expect(scene.commands).toEqual([]);
  });
});

describe('moving in words', () => {
  it.each([
    ['Thursday is of the meeting’s own week', 'on Thursday', '2026-12-10T09:00:00.000Z'],
    ['a clock is of the meeting’s own day', 'at 3pm', '2026-12-09T14:00:00.000Z'],
    ['a day and a clock are as they were said', 'on December 11 at 11am', '2026-12-11T10:00:00.000Z'],
  ])('%s', async (_name, words, start) => {
    const scene = sceneOf([booked('Hiring', wednesday)]);
    const turn = scene.turn(said('move', { title: 'hiring' }, { when: await whens(words) }));
    const text = textOf(await replyToAct(turn));
    expect(text).toContain(`"slots":"${start}/`);
    expect(text).toContain('It stays where it is until the others have agreed');
    expect(scene.commands).toEqual([]);
  });

  it('shifts by an amount, and keeps the clock over days', async () => {
    const scene = sceneOf([booked('Hiring', wednesday)]);
    const turn = scene.turn(said('move', { title: 'hiring' }, { shiftMinutes: 14 * 1440 }));
    expect(textOf(await replyToAct(turn))).toContain('"slots":"2026-12-23T09:00:00.000Z/');
  });

  it('lets an attendee ask the organizer for another time', async () => {
    const scene = sceneOf([booked('Hiring', wednesday, { organizer: bob, with: [alice] })]);
    const turn = scene.turn(said('move', { title: 'hiring' }, { when: await whens('on Thursday at 3pm') }));
    expect(textOf(await replyToAct(turn))).toContain('I told Bob Keller');
    expect(scene.sent[0]).toMatchObject({ conversationId: `chat-${bob.id}` });
    expect(scene.sent[0]?.text).toContain('"slots":"2026-12-10T14:00:00.000Z/');
    expect(scene.commands).toEqual([]);
  });
});

describe('answering in words', () => {
  const asked = (title: string, ...clocks: readonly string[]) =>
    proposed(
      title,
      clocks.map((clock) => slotAt('2026-12-09', clock)),
      { organizer: bob, with: [alice] },
    );

  it('approves the one that waits', async () => {
    const scene = sceneOf([asked('Branding', '10:00'), booked('Parking', wednesday)]);
    await replyToAct(scene.turn(said('answer', {}, { answer: 'yes' })));
    expect(scene.commands).toMatchObject([{ command: 'respond', meetingId: 'meeting-branding' }]);
  });

  it('declines with the reason', async () => {
    const scene = sceneOf([asked('Branding', '10:00')]);
    await replyToAct(scene.turn(said('answer', {}, { answer: 'no', reason: 'On holiday' })));
    const [given] = scene.commands;
    expect(given?.input).toMatchObject({ comment: 'On holiday' });
    expect(Object.values(given?.input['answers'] ?? {})).toEqual(['no']);
  });

  it('suggests another time', async () => {
    const scene = sceneOf([asked('Branding', '10:00')]);
    await replyToAct(scene.turn(said('answer', {}, { when: await whens('at 3pm') })));
    expect(scene.commands[0]?.input).toMatchObject({
      counterProposal: { start: '2026-12-09T14:00:00.000Z', end: '2026-12-09T14:30:00.000Z' },
    });
  });

  it('picks one of a vote', async () => {
    const scene = sceneOf([asked('Branding', '10:00', '14:00')]);
    await replyToAct(scene.turn(said('answer', {}, { option: 2 })));
    expect(Object.values(scene.commands[0]?.input['answers'] ?? {})).toEqual(['no', 'yes']);
  });

  it('tells the organizer of what is booked already', async () => {
    const scene = sceneOf([booked('Hiring', wednesday, { organizer: bob, with: [alice] })]);
    await replyToAct(scene.turn(said('answer', { title: 'hiring' }, { answer: 'no', reason: 'I am ill' })));
    expect(scene.sent[0]?.text).toContain('Alice Martin can’t come to “Hiring”');
    expect(scene.sent[0]?.text).toContain('They say: “I am ill”');
  });
});

describe('other acts in words', () => {
  it('ask first where some words were not understood', async () => {
    const scene = sceneOf([proposed('Branding', [wednesday])]);
    const text = textOf(await replyToAct(scene.turn(said('remind', {}, {}, ['twice daily']))));
    expect(text).toContain('I didn’t understand “twice daily”');
    expect(text).toContain('"verb":"goOn"');
    expect(scene.commands).toEqual([]);
  });

  it('remind, and say whom', async () => {
    const scene = sceneOf([proposed('Branding', [wednesday], { with: [bob, carol] })]);
    const text = textOf(await replyToAct(scene.turn(said('remind'))));
    expect(text).toContain('I reminded Bob Keller and Carol Osei');
  });

  it('mean what was last talked about, where nothing is said of which', async () => {
    const talkedAbout = proposed('Branding', [wednesday]);
    const scene = sceneOf([talkedAbout, proposed('Launch', [wednesday])]);
    await replyToAct(scene.turn(said('remind'), { standing: talkedAbout }));
    expect(scene.commands).toMatchObject([{ command: 'remind', meetingId: 'meeting-branding' }]);
  });

  it('ask first where something else was talked about last', async () => {
    const talkedAbout = booked('Parking', wednesday);
    const scene = sceneOf([talkedAbout, proposed('Launch', [wednesday])]);
    const text = textOf(await replyToAct(scene.turn(said('confirm'), { standing: talkedAbout })));
    expect(text).toContain('Is this what you mean?');
    expect(text).toContain('Launch');
    expect(scene.commands).toEqual([]);
  });

  it('add somebody at once, with Undo', async () => {
    const scene = sceneOf([booked('Launch', wednesday), booked('Parking', wednesday)]);
    const turn = scene.turn(said('edit', { title: 'launch' }, { addPeople: [named(dan)] }));
    const text = textOf(await replyToAct(turn));
    expect(scene.commands).toMatchObject([{ command: 'changeAttendees', meetingId: 'meeting-launch' }]);
    expect(text).toContain('"verb":"undo"');
  });

  it('tell the others that somebody is late, and only for what begins soon', async () => {
    const soon = booked('Standup', slotAt('2026-11-30', '10:30'), { with: [bob, carol] });
    const scene = sceneOf([soon]);
    const text = textOf(await replyToAct(scene.turn(said('late', {}, { minutes: 10 }))));
    expect(text).toContain('I told Bob Keller and Carol Osei');
    expect(scene.sent[0]?.text).toContain('Alice Martin will be 10 minutes late for “Standup”');
    const later = sceneOf([booked('Hiring', wednesday)]);
    expect(textOf(await replyToAct(later.turn(said('late'))))).toContain('It doesn’t begin soon');
    expect(later.sent).toEqual([]);
  });

  it('give the link', async () => {
    const scene = sceneOf([booked('Standup', wednesday)]);
    expect(textOf(await replyToAct(scene.turn(said('join'))))).toContain('https://teams.example/join');
  });
});
