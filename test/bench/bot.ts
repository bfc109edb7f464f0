import { openBotWorld, buttonOf } from '../contract/bot/bot-world.ts';
import type { BotWorld } from '../contract/bot/bot-world.ts';
import { someone } from '../support/meeting-world.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { below } from './result.ts';
import type { BenchResult } from './result.ts';

export const description = 'the bot: sentence to card, click to new state, and memory over 10,000 turns';

const alone = 40;
const together = 50;
const manyTurns = 10_000;
const fewTurns = 1_000;

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function gone(sinceMs: number): number {
  return performance.now() - sinceMs;
}

/** From a sentence to the card with times, in a chat of its own so that many can run at once. */
async function sentence(
  bot: BotWorld,
  person: Person,
  chat: string,
): Promise<{ tookMs: number; card: string }> {
  const startedMs = performance.now();
  await bot.say(person, `30 min with Bob in the next two weeks about bench ${chat}`, {
    conversation: { id: chat, conversationType: 'personal', tenantId: 't' },
  });
  const tookMs = gone(startedMs);
  return { tookMs, card: JSON.stringify(bot.connector.messages(chat).at(-1)) };
}

async function click(bot: BotWorld, person: Person, chat: string, card: string): Promise<number> {
  const startedMs = performance.now();
  await bot.click(person, buttonOf(card, 'Propose this'), {
    conversation: { id: chat, conversationType: 'personal', tenantId: 't' },
  });
  return gone(startedMs);
}

/** What all threads of this process have computed since then, for each of those who wrote at once. */
function cpuEachMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000 / together;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

export async function run(): Promise<BenchResult> {
  const bot = await openBotWorld();
  try {
    const alice = someone('alice');
    await bot.meet(someone('bob'));
    await sentence(bot, alice, 'warm');
    const sentences: number[] = [];
    const clicks: number[] = [];
    for (let at = 0; at < alone; at += 1) {
      const chat = `alone-${at}`;
      const { tookMs, card } = await sentence(bot, alice, chat);
      sentences.push(tookMs);
      clicks.push(await click(bot, alice, chat, card));
    }
    const chats = Array.from({ length: together }, (_, at) => `together-${at}`);
    const beforeSentences = process.cpuUsage();
    const atOnce = await Promise.all(chats.map((chat) => sentence(bot, alice, chat)));
    const sentenceCpuMs = cpuEachMs(beforeSentences);
    const beforeClicks = process.cpuUsage();
    const clicksAtOnce = await Promise.all(
      chats.map((chat, at) => click(bot, alice, chat, atOnce[at]?.card ?? '{}')),
    );
    const clickCpuMs = cpuEachMs(beforeClicks);
    for (let turn = 0; turn < fewTurns; turn += 1) await bot.say(alice, 'help');
    const after1000 = heapMb();
    bot.connector.calls.length = 0;
    for (let turn = fewTurns; turn < manyTurns; turn += 1) {
      await bot.say(alice, 'help');
      if (turn % 500 === 0) bot.connector.forget();
    }
    const after10000 = heapMb();
    const togetherTimes = atOnce.map(({ tookMs }) => tookMs);
    return {
      rows: [
        { name: 'sentence to card, alone, p50', value: quantile(sentences, 0.5), unit: 'ms' },
        below('sentence to card, alone, p95', quantile(sentences, 0.95), 'ms', 400),
        { name: 'click to new card, alone, p50', value: quantile(clicks, 0.5), unit: 'ms' },
        below('click to new card, alone, p95', quantile(clicks, 0.95), 'ms', 250),
        { name: 'sentence to card, 50 at once, p50', value: quantile(togetherTimes, 0.5), unit: 'ms' },
        below('sentence to card, 50 at once, p95', quantile(togetherTimes, 0.95), 'ms', 400),
        { name: 'CPU for each sentence, 50 at once', value: sentenceCpuMs, unit: 'ms' },
        below('click to new card, 50 at once, p95', quantile(clicksAtOnce, 0.95), 'ms', 250),
        { name: 'CPU for each click, 50 at once', value: clickCpuMs, unit: 'ms' },
        below('memory after 10,000 turns, of that after 1,000', after10000 / after1000, '×', 1.2),
      ],
      notes: [
        'Bot, worker, Graph emulator and connector share one process here, and Temporal the machine.',
        'A click at 50 at once is answered after 700 ms at the latest, and followed by the card.',
      ],
    };
  } finally {
    await bot.close();
  }
}
