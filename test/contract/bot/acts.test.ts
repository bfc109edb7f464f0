import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Person } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { aRequest, asPerson, required, someone, valueOf } from '../../support/meeting-world.ts';
import type { BotWorld } from './bot-world.ts';
import { buttonOf, openBotWorld } from './bot-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');

/** Half an hour on a weekday of the week after the next one, so that it is in nobody's way; Berlin's clock. */
function inTwoWeeks(weekday: number, hour: number): Slot {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 14 + ((weekday - day.getUTCDay() + 7) % 7));
  day.setUTCHours(hour, 0, 0, 0);
  const offsetHours = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' }).format(
      day,
    ),
  );
  const start = day.getTime() - (offsetHours - hour) * 3_600_000;
  return { start: new Date(start).toISOString(), end: new Date(start + 30 * 60_000).toISOString() };
}

describe('acts in words', () => {
  let bot: BotWorld;
  const responses: { readonly answers: object; readonly comment?: string }[] = [];

  beforeAll(async () => {
    bot = await openBotWorld((meetings) => ({
      ...meetings,
      respond: async (caller, input) => {
        responses.push(input);
        return await meetings.respond(caller, input);
      },
    }));
    for (const person of [alice, bob, carol]) await bot.meet(person);
  }, 120_000);
  afterAll(async () => {
    await bot.close();
  });

  const made: string[] = [];
  afterEach(async () => {
    for (const meetingId of made.splice(0)) {
      await bot.world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: `tidy:${meetingId}` });
    }
  });

  const last = (person: Person) => bot.chat(person).at(-1) ?? '';
  const about = (person: Person, words: string) =>
    bot.chat(person).findLast((message) => message.includes(words)) ?? '';

  /** What a button shows that changes nothing; on a busy machine the first answer may be that it takes longer. */
  async function shownBy(person: Person, message: string, title: string): Promise<string> {
    let shown = '';
    await expect
      .poll(async () => ({ shown } = await bot.click(person, buttonOf(message, title))).shown)
      .not.toContain('Working on it');
    return shown;
  }

  /** A meeting of Alice with Bob; booked, unless Bob is left to be asked. */
  async function meeting(title: string, slot: Slot, isBooked = true): Promise<string> {
    const { meetings } = bot.world;
    const proposed = valueOf(
      await meetings.propose(asPerson(alice), {
        request: aRequest(alice, [required(bob)], slot, { title, isOnlineMeeting: true }),
        slots: [{ ...slot, score: 1, reasons: [] }],
        idempotencyKey: title,
      }),
    );
    const { meetingId } = proposed;
    made.push(meetingId);
    await bot.world.until(meetingId, ({ proposal }) => proposal !== undefined);
    await expect.poll(() => about(bob, title)).toContain('"Approve"');
    if (!isBooked) return meetingId;
    await bot.click(bob, buttonOf(about(bob, title), 'Approve'));
    await bot.world.until(meetingId, ({ status }) => status === 'confirmed');
    await expect.poll(() => about(alice, title)).toContain('Confirmed');
    return meetingId;
  }

  const statusOf = async (meetingId: string) =>
    valueOf(await bot.world.meetings.get(asPerson(alice), { meetingId })).status;

  const historyOf = async (meetingId: string) =>
    JSON.stringify(valueOf(await bot.world.meetings.get(asPerson(alice), { meetingId })).history);

  it('leave what is booked alone when a search is ended', async () => {
    const parking = await meeting('Parking', inTwoWeeks(2, 11));
    await bot.say(alice, '30 min with Carol next week about logos');
    expect(last(alice)).toContain('Propose this');
    await bot.say(alice, 'never mind');
    expect(last(alice)).toContain('I’ve stopped looking for a time.');
    expect(await statusOf(parking)).toBe('confirmed');
    await bot.say(alice, '30 min with Carol next week about logos');
    await bot.say(alice, 'cancel');
    expect(last(alice)).toContain('I’ve stopped looking for a time.');
    await bot.say(alice, 'forget it');
    expect(await statusOf(parking)).toBe('confirmed');
  });

  it('cancel after it was asked about, by the button or by “yes”, and not by “no”', async () => {
    const parking = await meeting('Parking lot', inTwoWeeks(2, 15));
    await bot.say(alice, 'cancel the parking lot meeting');
    expect(last(alice)).toContain('Cancel this meeting?');
    await bot.say(alice, 'no');
    expect(last(alice)).toContain('Nothing was changed.');
    await bot.say(alice, 'yes');
    expect(await statusOf(parking)).toBe('confirmed');
    await bot.say(alice, 'cancel the parking lot meeting');
    await bot.say(alice, 'yes');
    await bot.world.until(parking, ({ status }) => status === 'cancelled');
  });

  it('change nothing where no meeting fits all that was said', async () => {
    const budget = await meeting('Q3 budget', inTwoWeeks(3, 10));
    await bot.say(alice, 'Please delete the meeting I have with Carol tonight');
    expect(last(alice)).toMatch(/You have no meeting with Carol on .* Nothing was changed/);
    expect(last(alice)).toContain('Q3 budget');
    expect(last(alice)).toContain('Bob Keller');
    expect(await statusOf(budget)).toBe('confirmed');
  });

  it('move within the meeting’s own week, and ask everybody only after a click', async () => {
    const wednesday = inTwoWeeks(3, 10);
    const hiring = await meeting('Hiring', wednesday);
    await bot.say(alice, 'move the hiring meeting to Thursday at 11:00');
    const card = last(alice);
    expect(card).toContain('It stays where it is until the others have agreed');
    expect(await statusOf(hiring)).toBe('confirmed');
    const ask = /"title":"(Ask about [^"]+)"/.exec(card)?.[1] ?? '';
    const clicked = await bot.click(alice, buttonOf(card, ask));
    expect(clicked.type).not.toContain('error');
    const moving = await bot.world.until(
      hiring,
      ({ proposal, status }) => proposal !== undefined && status === 'proposed',
    );
    const dayAfter = Date.parse(wednesday.start) + 25 * 3_600_000;
    expect(moving.proposal?.slots[0]?.start).toBe(new Date(dayAfter).toISOString());
    expect(moving.booking?.slot).toEqual(wednesday);
    await expect
      .poll(() => about(bob, 'Hiring'))
      .toContain('would like to move this meeting. It is booked for');
    await bot.say(alice, 'how is the hiring meeting going?');
    expect(last(alice)).toContain('Still booked: ');
  });

  it('ask which of several, and go on with the command', async () => {
    const north = await meeting('Roadmap North', inTwoWeeks(4, 10));
    const south = await meeting('Roadmap South', inTwoWeeks(4, 13));
    await bot.say(alice, 'cancel the roadmap meeting');
    const question = last(alice);
    expect(question).toContain('Which one?');
    const shown = await shownBy(alice, question, 'Cancel it');
    expect(shown).toContain('Cancel this meeting?');
    expect(await shownBy(bob, question, 'Cancel it')).toBe('Only the person who asked can do this.');
    expect(await shownBy(alice, shown, 'Keep it')).toContain('Nothing was changed.');
    expect([await statusOf(north), await statusOf(south)]).toEqual(['confirmed', 'confirmed']);
  });

  it('answer for whoever is asked, with their reason', async () => {
    const branding = await meeting('Branding', inTwoWeeks(1, 10), false);
    await bot.say(bob, 'I cannot make it, I am on holiday that week');
    await expect.poll(() => historyOf(branding)).toContain('"action":"answered"');
    const answers = Object.values(responses.at(-1)?.answers ?? {});
    expect(answers).toEqual(['no']);
    expect(responses.at(-1)?.comment).toContain('on holiday that week');
  });

  it('approve in words, and book', async () => {
    const launch = await meeting('Launch', inTwoWeeks(1, 13), false);
    await bot.say(bob, 'yes, works for me');
    const view = await bot.world.until(launch, ({ status }) => status === 'confirmed');
    expect(view.attendees[0]?.approval).toBe('approved');
  });

  it('add somebody to the one meeting that fits, and take it back by Undo', async () => {
    const launch = await meeting('Launch party', inTwoWeeks(2, 13));
    await bot.say(alice, 'add Carol to the launch party');
    expect(last(alice)).toContain('Carol Osei will be asked too.');
    const people = async () =>
      valueOf(await bot.world.meetings.get(asPerson(alice), { meetingId: launch })).attendees.map(
        ({ person }) => person.id,
      );
    expect(await people()).toEqual([bob.id, carol.id]);
    await bot.click(alice, buttonOf(about(alice, 'Carol Osei will be asked too.'), 'Undo'));
    await expect.poll(people).toEqual([bob.id]);
  });

  it('change the title and the length of the one meeting that fits, and take it back by Undo', async () => {
    const standup = await meeting('Standup', inTwoWeeks(4, 15));
    const now = async () => valueOf(await bot.world.meetings.get(asPerson(alice), { meetingId: standup }));
    await bot.say(alice, 'make the standup meeting 45 minutes');
    expect(last(alice)).toContain('It takes 45 minutes in place of 30 minutes.');
    await expect.poll(async () => (await now()).durationMinutes).toBe(45);
    await bot.click(alice, buttonOf(last(alice), 'Undo'));
    await expect.poll(async () => (await now()).durationMinutes).toBe(30);
    await bot.say(alice, 'rename the standup meeting to Daily chat');
    await expect.poll(async () => (await now()).title).toBe('Daily chat');
  });

  it('take one of the times on offer', async () => {
    await bot.say(alice, '30 min with Carol in the next two weeks about lanterns');
    await bot.say(alice, 'propose the second one');
    await expect.poll(() => last(carol)).toMatch(/lanterns[^]*"Approve"/i);
  });

  it('tell the organizer what an attendee of a booked meeting wants', async () => {
    const offsite = await meeting('Offsite', inTwoWeeks(3, 15));
    await bot.say(bob, 'I can’t make the offsite meeting');
    await expect.poll(() => about(alice, 'can’t come to “Offsite”')).toContain('Bob Keller');
    expect(await historyOf(offsite)).toContain('"answer":"declined"');
  });

  it('show what a follow-up changed', async () => {
    await bot.say(alice, '30 min with Carol next week about colours');
    await bot.say(alice, 'make it 60 minutes');
    expect(last(alice)).toContain('Changed: 1 hour in place of 30 minutes.');
    await bot.say(alice, 'never mind');
  });
});
