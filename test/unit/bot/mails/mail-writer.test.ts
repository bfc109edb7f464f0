import { describe, expect, it } from 'vitest';

import { createMailWriter } from '../../../../bot/mails/mail-writer.ts';
import { createPersonalChats } from '../../../../bot/messenger/personal-chats.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { guestId } from '../../../../workflows/domain/people/person.ts';
import type { Letter } from '../../../../workflows/ports/mail-writer.ts';
import { ana, attendee, bo, tuesday, viewOf, wednesday } from '../../../support/meeting-views.ts';
import { createMemoryPorts } from '../../../support/memory-ports.ts';

const german: Person = { ...bo, timeZone: 'Europe/Berlin', locale: 'de-DE', hourCycle: 'h23' };
const guest: Person = {
  id: guestId('gia@elsewhere.example'),
  displayName: 'Gia',
  mail: 'gia@elsewhere.example',
};
const link = 'https://assent.example/answer/token';

function letter(recipient: Person, more: Partial<Letter> = {}): Letter {
  const view = viewOf({ organizer: ana, attendees: [attendee(recipient)] });
  return { view, recipient, link, announcement: { recipientId: recipient.id, purpose: 'ask' }, ...more };
}

function writer() {
  const { store } = createMemoryPorts(() => undefined);
  return { store, mails: createMailWriter(store) };
}

describe('a mail', () => {
  it('asks in the recipient’s language, zone and clock', async () => {
    const { subject, html } = await writer().mails.write(letter(german));
    expect(subject).toBe('Q3 budget: Passt Ihnen diese Zeit?');
    expect(html).toContain('Ana Lima möchte sich mit Ihnen treffen: „Q3 budget“, 45 Minuten.');
    expect(html).toMatch(/Dienstag, 24\. November 2026, 14:00–14:45\sUhr/);
    expect(html).toContain('Alle Zeiten: Berliner Zeit.');
    expect(html).toMatch(/Bitte antworten Sie bis Montag, 23\. November 2026, 11:00\sUhr\./);
    expect(html).toContain(`<a href="${link}">Hier antworten</a>`);
    expect(html).not.toMatch(/\d{4}-\d\d-\d\dT|Europe\//);
  });

  it('follows the language of the recipient’s Teams before that of the mailbox', async () => {
    const { store, mails } = writer();
    await createPersonalChats(store).keep(german.id, {
      serviceUrl: 'x',
      conversationId: 'y',
      locale: 'en-US',
    });
    const { html } = await mails.write(letter(german));
    expect(html).toContain('Tuesday, November 24, 2026, 14:00–14:45');
  });

  it('is in the organizer’s zone for a guest about whom nothing is known', async () => {
    const { html } = await writer().mails.write(letter(guest));
    expect(html).toContain('Hello Gia,');
    expect(html).toContain('Tuesday, 24 November 2026, 14:00–14:45');
    expect(html).toContain('All times are in Berlin time.');
  });

  it('says when it reminds, and when there are several times', async () => {
    const recipientId = bo.id;
    const several = viewOf({
      attendees: [attendee(bo)],
      proposal: { round: 1, slots: [tuesday, wednesday], openedAt: tuesday.start, deadline: tuesday.start },
    });
    const { subject } = await writer().mails.write(
      letter(bo, { view: several, announcement: { recipientId, purpose: 'remind' } }),
    );
    expect(subject).toBe('Reminder: Q3 budget: which of these times suit you?');
  });

  it('shows what people wrote as text', async () => {
    const view = viewOf({ title: '<b>x</b>', agenda: '<script>1</script>', attendees: [attendee(bo)] });
    const { html } = await writer().mails.write(letter(bo, { view }));
    expect(html).not.toMatch(/<b>|<script>/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('without a link is news', async () => {
    const view = viewOf({
      attendees: [attendee(bo)],
      status: 'cancelled',
      outcome: { kind: 'cancelled', by: ana.id, reason: 'The budget is settled.' },
    });
    const announcement = { recipientId: bo.id, purpose: 'tell', since: view.version - 1 } as const;
    const { subject, html } = await writer().mails.write(letter(bo, { view, announcement, link: undefined }));
    expect(subject).toBe('Q3 budget');
    expect(html).toContain('<p>Ana Lima cancelled the meeting: “The budget is settled.”</p>');
  });
});
