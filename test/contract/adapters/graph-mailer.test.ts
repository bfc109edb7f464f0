import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createGraphMailer } from '../../../workers/adapters/graph/mail/mailer.ts';
import type { Mail, Mailer } from '../../../workflows/ports/mailer.ts';
import { person, startGraphWorld } from './graph-world.ts';
import type { GraphWorld } from './graph-world.ts';

let world: GraphWorld;
let mailer: Mailer;

beforeAll(async () => {
  world = await startGraphWorld();
  mailer = createGraphMailer(world.graph, { senderId: person('Alice M').id, store: world.store });
});
afterAll(() => world.close());

function mail(): Mail {
  return {
    idempotencyKey: randomUUID(),
    to: [{ address: 'guest@elsewhere.example', name: 'Gast Müller' }],
    subject: `Q3 budget ${randomUUID()}`,
    html: '<p>Three times suit.</p>',
  };
}

const sentWith = ({ subject }: Mail): number =>
  world.emulator.world.mails.list().filter((sent) => JSON.stringify(sent).includes(subject)).length;

describe('mail through Graph', () => {
  it('is sent once for one key', async () => {
    const wanted = mail();
    await mailer.send(wanted);
    await mailer.send(wanted);
    expect(sentWith(wanted)).toBe(1);
  });

  it('is sent after a transient refusal', async () => {
    const wanted = mail();
    world.emulator.addFault({ path: 'sendMail', status: 503 });
    await expect(mailer.send(wanted)).rejects.toMatchObject({ reason: 'unavailable' });
    await mailer.send(wanted);
    expect(sentWith(wanted)).toBe(1);
  });

  it('is not sent again when its fate is unknown, and says so', async () => {
    const wanted = mail();
    world.emulator.addFault({ path: 'sendMail', cut: 'after' });
    await expect(mailer.send(wanted)).rejects.toMatchObject({ reason: 'unavailable' });
    await expect(mailer.send(wanted)).rejects.toMatchObject({
      reason: 'conflict',
      message: 'It is not known whether the mail to Gast Müller was sent; it is not sent again.',
    });
    expect(sentWith(wanted)).toBe(1);
  });
});
