import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { someone } from '../../support/meeting-world.ts';
import type { BotWorld } from './bot-world.ts';
import { buttonOf, openBotWorld } from './bot-world.ts';

const alice = someone('alice');
const bob = someone('bob');
const german = { locale: 'de-DE' };

describe('the language that the bot speaks', () => {
  let bot: BotWorld;

  beforeAll(async () => {
    bot = await openBotWorld();
    for (const person of [alice, bob]) await bot.meet(person);
  }, 120_000);
  afterAll(async () => {
    await bot.close();
  });

  const last = (person: typeof alice) => bot.chat(person).at(-1) ?? '';

  it('is that of the sentence, whatever Teams speaks', async () => {
    await bot.say(alice, '45 Minuten mit Bob nächste Woche über das Budget');
    expect(last(alice)).toContain('45 Minuten mit Bob Keller');
    expect(last(alice)).toMatch(/\d\d:\d\d–\d\d:\d\d\sUhr/);
    expect(last(alice)).toContain('Alle Zeiten: Berliner Zeit.');
    expect(last(alice)).not.toMatch(/Propose|All times/);
    await bot.say(alice, 'Hilfe', german);
    expect(last(alice)).toContain('Ich finde eine Zeit');
    await bot.say(alice, 'my meetings', german);
    expect(last(alice)).toContain('You have no meetings here yet.');
  });

  it('stays that of the conversation for words and clicks that tell none', async () => {
    await bot.say(alice, '45 Minuten mit Bob nächste Woche über Bohnen');
    const changed = await bot.click(alice, {
      verb: 'change',
      data: { ...buttonOf(last(alice), 'Neu suchen').data, text: '30 min' },
    });
    expect(changed.shown).toContain('30 Minuten mit Bob Keller');
    const discarded = await bot.click(alice, buttonOf(last(alice), 'Verwerfen'));
    expect(discarded.shown).toContain('Verworfen. Niemand wurde gefragt.');
  });

  it('asks back in German', async () => {
    await bot.say(bob, '30 Minuten mit Alice nächste Woche');
    expect(last(bob)).toContain('Wen meinen Sie mit „Alice“?');
    expect(last(bob)).toContain('Wählen Sie aus, oder schreiben Sie einfach Ihre Antwort.');
    const outsider = { aadObjectId: '00000000-0000-4000-8000-00000000dead', id: '29:x', name: 'X' };
    await bot.say(bob, 'Termin mit Alice bitte', { from: outsider });
    expect(last(bob)).toContain('Ich finde Sie nicht im Verzeichnis');
  });

  it('is English for French and Spanish, with a clock of 24 hours', async () => {
    await bot.say(alice, '45 minutes avec Bob la semaine prochaine', { locale: 'fr-FR' });
    expect(last(alice)).toContain('45 minutes with Bob Keller');
    expect(last(alice)).not.toMatch(/\d [ap]m/i);
  });

  it('is the reader’s on the card of a meeting, however it was asked for', async () => {
    await bot.say(alice, '30 min with Bob in the next two weeks about cards');
    const proposed = await bot.click(alice, buttonOf(last(alice), 'Propose this'), german);
    expect(proposed.shown).toContain('Es werden Zeiten gesucht, die allen passen');
    await expect.poll(() => last(bob)).toContain('"Approve"');
    const refused = await bot.click(
      bob,
      {
        verb: 'otherTime',
        data: { ...buttonOf(last(bob), 'Suggest this time').data, date: '2027-02-31', time: '10:00' },
      },
      german,
    );
    expect(refused.shown).toContain('Diese Zeit kann nicht verwendet werden.');
  });
});
