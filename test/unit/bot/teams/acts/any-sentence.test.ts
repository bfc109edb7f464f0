import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pendings } from '../../../../../bot/language/meaning/act.ts';
import { parserReading } from '../../../../../bot/language/reading.ts';
import { replyToAct } from '../../../../../bot/teams/acts/reply-to-act.ts';
import { meetingsMeant } from '../../../../../bot/teams/meant/meetings-meant.ts';
import { alice, bob, booked, carol, dan, proposed, sceneOf, slotAt } from './scene.ts';

const strangers = '../shared/language/utterances.json';
const meetings = [
  booked('Parking', slotAt('2026-12-09', '10:00'), { with: [bob] }),
  booked('Q3 budget', slotAt('2026-12-03', '15:00'), { organizer: bob, with: [alice, carol] }),
  proposed('Hiring', [slotAt('2026-12-10', '11:00')], { with: [carol] }),
  proposed('Roadmap', [slotAt('2026-12-04', '09:00'), slotAt('2026-12-04', '14:00')], {
    organizer: dan,
    with: [alice],
  }),
];

/** What the sentence does to the meetings, whatever stands open. */
async function commandsOf(text: string, standing: (typeof pendings)[number]) {
  const scene = sceneOf(meetings);
  const now = scene.services.now();
  const read = await parserReading.read({
    text,
    now,
    timeZone: 'Europe/Berlin',
    sender: alice,
    directory: [alice, bob, carol, dan],
    rooms: [],
    members: [],
    mentions: [],
    standing,
  });
  if (read.kind !== 'act') return { commands: [], fitting: [] };
  await replyToAct({ ...scene.turn(read), text });
  const speaker = { id: alice.id, timeZone: 'Europe/Berlin', now, rooms: [] };
  const fitting = meetingsMeant(meetings, read.which, speaker).map(({ meetingId }) => meetingId);
  return { commands: scene.commands, fitting };
}

async function expectHarmless(text: string, standing: (typeof pendings)[number]): Promise<void> {
  const { commands, fitting } = await commandsOf(text, standing);
  expect(new Set(commands.map(({ meetingId }) => meetingId)).size, text).toBeLessThanOrEqual(1);
  for (const { command, meetingId } of commands) {
    expect(['remind', 'confirm', 'respond', 'edit', 'changeAttendees'], text).toContain(command);
    expect(fitting, text).toContain(meetingId);
  }
}

describe('any sentence', () => {
  it('changes nothing that does not fit it, and cancels or moves nothing, whatever the noise', async () => {
    const words = fc.constantFrom(
      ...[
        'cancel',
        'move',
        'delete',
        'remind',
        'approve',
        'no',
        'yes',
        'parking',
        'budget',
        'the',
        'meeting',
        'with',
      ],
      ...[
        'Bob',
        'Carol',
        'Zoe',
        'tomorrow',
        'on Thursday',
        'at 3pm',
        'to Friday',
        'everything',
        'all',
        'my',
        'add',
      ],
      ...[
        'absagen',
        'verschiebe',
        'annule',
        'cancela',
        '?',
        ',',
        '10',
        'it',
        'not',
        'gadzooks',
        'second',
        'book',
      ],
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 9 }).map((some) => some.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.oneof(sentence, fc.string()), fc.constantFrom(...pendings), expectHarmless),
      { numRuns: 400 },
    );
  }, 60_000);

  it.skipIf(!existsSync(strangers))(
    `of strangers (${strangers}) does the same`,
    async () => {
      const { utterances } = JSON.parse(readFileSync(strangers, 'utf8')) as {
        readonly utterances: readonly { readonly text: string }[];
      };
      for (const { text } of utterances) {
        for (const standing of ['nothing', 'asked', 'booked'] as const) await expectHarmless(text, standing);
      }
    },
    60_000,
  );
});
