import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { asPerson, someone, valueOf } from '../../support/meeting-world.ts';
import type { BotWorld } from './bot-world.ts';
import { buttonOf, openBotWorld } from './bot-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');
const eve = someone('eve');

describe('a conversation with the bot', () => {
  let bot: BotWorld;
  let slow = 0;

  beforeAll(async () => {
    bot = await openBotWorld((meetings) => ({
      ...meetings,
      respond: async (caller, input) => {
        await new Promise((resolve) => setTimeout(resolve, slow));
        return await meetings.respond(caller, input);
      },
    }));
    for (const person of [alice, bob, carol]) await bot.meet(person);
  }, 120_000);
  afterAll(async () => {
    await bot.close();
  });

  const last = (person: typeof alice) => bot.chat(person).at(-1);
  /** The newest message with these words; others come in between as meetings go on. */
  const about = (person: typeof alice, words: string) =>
    bot.chat(person).findLast((message) => message.toLowerCase().includes(words));

  /** Alice proposes the first suggested time; gives the card that asks Bob. */
  async function askBob(topic: string): Promise<string> {
    await bot.say(alice, `30 min with Bob in the next two weeks about ${topic}`);
    const card = last(alice);
    await bot.click(alice, buttonOf(card, 'Propose this'));
    await expect.poll(() => last(bob)).toMatch(new RegExp(`${topic}[^]*"Approve"`, 'i'));
    return last(bob) ?? '';
  }

  it('reads a redelivered message once', async () => {
    const before = bot.chat(alice).length;
    await bot.say(alice, '45 min with Bob next week about beans', { id: 'same' });
    await bot.say(alice, '45 min with Bob next week about beans', { id: 'same' });
    expect(bot.chat(alice)).toHaveLength(before + 1);
    expect(last(alice)).toContain('Propose this');
    expect(last(alice)).toContain('data:image/png;base64,');
  });

  it('makes one meeting of a draft no matter how often it is clicked', async () => {
    await bot.say(alice, '30 min with Carol in the next two weeks about clicking');
    const propose = buttonOf(last(alice), 'Propose this');
    await Promise.all([1, 2, 3].map(() => bot.click(alice, propose)));
    await expect.poll(() => last(carol)).toContain('Approve');
    const asked = bot.chat(carol).filter((message) => /clicking/i.test(message));
    expect(asked).toHaveLength(1);
  });

  it('changes the pending request in words, and by the card', async () => {
    await bot.say(alice, '30 min with Bob in the next two weeks about change');
    await bot.say(alice, 'make it 60 minutes');
    expect(last(alice)).toContain('1 hour with Bob');
    const changed = await bot.click(alice, {
      verb: 'change',
      data: { ...buttonOf(last(alice), 'Search again').data, text: 'with Carol too' },
    });
    expect(changed.shown).toContain('Carol Osei');
  });

  it('asks who is meant, and takes the answer by a click or in words', async () => {
    await bot.say(bob, '30 min with Alice next week about names');
    const question = last(bob);
    expect(question).toContain('Which “Alice” do you mean?');
    const answered = await bot.click(bob, buttonOf(question, 'Alice Martin'));
    expect(answered.shown).toContain('Propose this');
  });

  it('lets nobody but the one who asked use the card of a request', async () => {
    await bot.say(alice, '30 min with Bob in the next two weeks about ownership');
    const stolen = await bot.click(eve, buttonOf(last(alice), 'Propose this'));
    expect(stolen.shown).toBe('Only the person who asked can do this.');
  });

  it('counts an answer for its sender alone, whatever the card’s data claims', async () => {
    const approve = buttonOf(await askBob('identity'), 'Approve');
    const forged = { ...approve, data: { ...approve.data, personId: bob.id, from: { aadObjectId: bob.id } } };
    const stranger = await bot.click(eve, forged);
    expect(stranger.type).toBe('application/vnd.microsoft.activity.message');
    const own = await bot.click(bob, approve);
    expect(own.shown).toMatch(/You approved|Confirmed/);
  });

  it('answers stale cards with the present state, and changes nothing by them', async () => {
    const asked = await askBob('staleness');
    await expect.poll(() => about(alice, 'staleness')).toContain('Cancel the meeting');
    await bot.click(alice, buttonOf(about(alice, 'staleness'), 'Cancel the meeting'));
    await expect.poll(() => about(bob, 'staleness')).toContain('Cancelled');
    const late = await bot.click(bob, buttonOf(asked, 'Approve'));
    // On a busy machine the state of a meeting that is over may take longer than a click is given.
    expect(late.shown).toMatch(/✗ Cancelled|Working on it/);
    await bot.bot.idle();
    for (const shown of [late.shown, about(bob, 'staleness')]) expect(shown).not.toContain('"Approve"');
    expect(about(bob, 'staleness')).toContain('✗ Cancelled');
  });

  it('answers within a second what takes longer, and puts the new state in place afterwards', async () => {
    const asked = await askBob('patience');
    const chat = bot.chat(bob);
    slow = 2500;
    const clicked = await bot.click(bob, buttonOf(asked, 'Approve'), { replyToId: 'x' });
    slow = 0;
    expect(clicked.tookMs).toBeLessThan(1000);
    expect(clicked.shown).toContain('Working on it');
    await bot.bot.idle();
    await expect
      .poll(() =>
        bot
          .chat(bob)
          .slice(chat.length - 1)
          .join(),
      )
      .toContain('✓ Confirmed');
  });

  it('sends nobody a second card when a click is delivered again', async () => {
    const approve = buttonOf(await askBob('redelivery'), 'Approve');
    await bot.click(bob, approve, { id: 'redelivered' });
    const again = await bot.click(bob, approve, { id: 'redelivered' });
    expect(again.shown).toMatch(/You approved|Confirmed/);
    const meetingId = String(approve.data['meetingId']);
    const { history } = valueOf(await bot.world.meetings.get(asPerson(bob), { meetingId }));
    const answers = history.filter(({ action }) => action === 'answered');
    expect(answers).toMatchObject([{ personId: bob.id, seenVersion: approve.data['version'] }]);
  });

  it('says what waits, lists meetings, and shows one', async () => {
    await askBob('lists');
    await expect
      .poll(async () => {
        await bot.say(bob, 'what is pending?');
        return last(bob);
      })
      .toMatch(/Waiting for your answer[^]*lists/i);
    const shown = await bot.click(bob, buttonOf(last(bob), 'Show'));
    expect(shown.type).toBe('application/vnd.microsoft.card.adaptive');
  });

  it('gives each viewer of a group’s card the view that is theirs', async () => {
    const asked = await askBob('views');
    const { meetingId } = buttonOf(asked, 'Approve').data;
    const group = { conversation: { id: 'group-1', conversationType: 'groupChat', tenantId: 't' } };
    const refresh = { verb: 'refresh', data: { meetingId } };
    const organizers = await bot.click(alice, refresh, group);
    const attendees = await bot.click(bob, refresh, group);
    const strangers = await bot.click(eve, refresh, group);
    expect(organizers.shown).toContain('"Remind"');
    expect(attendees.shown).toContain('"Approve"');
    expect(attendees.shown).toContain(`"userIds":["29:${bob.id}"]`);
    expect(strangers.shown).not.toContain('Action.Execute');
  });

  it('takes a chat of 250 people for everyone, as far as the directory knows them', async () => {
    const people = [alice, bob, carol].map(({ id, displayName }) => ({
      id: `29:${id}`,
      name: displayName,
      aadObjectId: id,
    }));
    const strangers = Array.from({ length: 247 }, (_, at) => ({
      id: `29:s${at}`,
      name: `S ${at}`,
      aadObjectId: `s${at}`,
    }));
    const all = [...people, ...strangers];
    bot.connector.answer = ({ method, path }) => {
      if (method !== 'GET') return undefined;
      const from = Number(new URL(path, 'http://x').searchParams.get('continuationToken') ?? '0');
      const next = from + 100 < all.length ? { continuationToken: String(from + 100) } : {};
      return { status: 200, body: { members: all.slice(from, from + 100), ...next } };
    };
    await bot.say(alice, '<at>Assent</at> 30 min with everyone next week about rosters', {
      conversation: { id: 'group-250', conversationType: 'groupChat', tenantId: 't' },
      entities: [{ type: 'mention', text: '<at>Assent</at>', mentioned: { id: '28:bot', name: 'Assent' } }],
    });
    bot.connector.answer = () => undefined;
    const [card] = bot.connector.messages('group-250').map((message) => JSON.stringify(message));
    expect(card).toContain('with Bob Keller and Carol Osei');
  });
});
