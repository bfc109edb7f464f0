import type { Log } from '../../infra/runtime/log.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Delivery, Messenger, Receipt } from '../../workflows/ports/messenger.ts';
import { isRefusal } from '../../workflows/ports/service-error.ts';
import { meetingCard, withMessage } from '../cards/meeting-card.ts';
import { supersededCard } from '../cards/outcome-card.ts';
import type { CardReader } from '../cards/reader.ts';
import { readerOf } from '../cards/reader.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { newsText } from '../words/news-text.ts';
import type { Reader } from '../words/reader.ts';
import { cardActivity, plainActivity } from './card-activity.ts';
import type { CardRecord, CardRecords } from './card-records.ts';
import type { Connector, Place, Sent } from './connector.ts';
import type { PersonalChats, PersonalChat } from './personal-chats.ts';
import { updateGroupCard } from './group-card.ts';

/** Puts the app into somebody's Teams and gives the id of their chat with the bot; rejects with `ServiceError`. */
export type InstallApp = (personId: PersonId) => Promise<string>;

export interface MessengerServices {
  readonly connector: Connector;
  readonly conversations: PersonalChats;
  readonly records: CardRecords;
  /** Absent where Graph may not install the app for people. */
  readonly installApp: InstallApp | undefined;
  readonly log: Log;
}

function deliveryKey({ recipientId, view, purpose, since }: Delivery): string {
  return `${view.meetingId}:${recipientId}:${view.version}:${purpose}:${since ?? ''}`;
}

/** The line above the card. */
function messageOf({ recipientId, view, purpose, since = view.version }: Delivery, reader: Reader) {
  switch (purpose) {
    case 'tell':
      return newsText(view, recipientId, since, reader);
    case 'follow':
      return reader.words.chat.askedInGroup;
    case 'ask':
    case 'remind':
    case 'update':
      return undefined;
  }
}

/** The `Messenger` port over Teams' connector; see the port for what it promises. */
export function messengerOf(services: MessengerServices): Messenger {
  const { connector, conversations, records, log } = services;

  async function conversationOf(personId: PersonId): Promise<PersonalChat | undefined> {
    return (await conversations.find(personId)) ?? (await install(personId));
  }

  /** Undefined where Graph may not, for this person or at all; rejects where that is transient. */
  async function install(personId: PersonId): Promise<PersonalChat | undefined> {
    if (services.installApp === undefined) return undefined;
    let conversationId: string;
    try {
      conversationId = await services.installApp(personId);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      log.warn({ err: error, personId }, 'the app could not be installed for somebody');
      return undefined;
    }
    const conversation = { serviceUrl: await conversations.serviceUrl(), conversationId };
    await conversations.keep(personId, conversation);
    return conversation;
  }

  async function sendCard(place: Place, card: AdaptiveCard): Promise<Sent> {
    const sent = await connector.send(place, cardActivity(card));
    if (sent.kind !== 'refused') return sent;
    log.warn({ reason: sent.reason }, 'a card was refused and goes out as plain text');
    return await connector.send(place, plainActivity(card));
  }

  /** Tries the chat that is known, then once more after installing. */
  async function sendTo(
    personId: PersonId,
    cardFor: (conversation: PersonalChat) => AdaptiveCard,
  ): Promise<{ readonly sent: Sent; readonly place?: PersonalChat }> {
    const known = await conversationOf(personId);
    if (known === undefined) {
      return { sent: { kind: 'unreachable', reason: 'notInstalled' } };
    }
    const sent = await sendCard(known, cardFor(known));
    if (sent.kind !== 'unreachable') return { sent, place: known };
    await conversations.forget(personId);
    const installed = await install(personId);
    if (installed === undefined || installed.conversationId === known.conversationId) return { sent };
    return { sent: await sendCard(installed, cardFor(installed)), place: installed };
  }

  async function readerFor(view: MeetingView, id: PersonId): Promise<CardReader> {
    return readerOf(view, id, (await conversations.find(id))?.locale);
  }

  /** The card further up says that there is a newer one; its buttons are gone. */
  async function retire(record: CardRecord, delivery: Delivery): Promise<void> {
    try {
      const { recipientId, view } = delivery;
      const card = supersededCard(view, await readerFor(view, recipientId));
      await connector.update(record, record.activityId, cardActivity(card));
    } catch (error) {
      log.warn({ err: error, meetingId: delivery.view.meetingId }, 'an older card could not be replaced');
    }
  }

  async function sendNew(delivery: Delivery, before: CardRecord | undefined): Promise<Receipt> {
    const { recipientId, view } = delivery;
    const { sent, place } = await sendTo(recipientId, ({ locale }) => {
      const reader = readerOf(view, recipientId, locale);
      const card = meetingCard(view, reader);
      const message = messageOf(delivery, reader);
      return message === undefined ? card : withMessage(card, message);
    });
    if (sent.kind !== 'sent' || place === undefined) {
      const reason = sent.kind === 'unreachable' ? sent.reason : 'invalid';
      return { kind: 'unreachable', problem: { service: 'teams', reason } };
    }
    await records.keep(view.meetingId, recipientId, {
      serviceUrl: place.serviceUrl,
      conversationId: place.conversationId,
      activityId: sent.activityId,
      version: view.version,
    });
    await records.noteShown(place.conversationId, recipientId, view.meetingId);
    await records.markDelivered(deliveryKey(delivery));
    if (before !== undefined) await retire(before, delivery);
    return { kind: 'delivered' };
  }

  async function updateCard(delivery: Delivery, before: CardRecord): Promise<void> {
    const { recipientId, view } = delivery;
    const card = meetingCard(view, await readerFor(view, recipientId));
    const sent = await connector.update(before, before.activityId, cardActivity(card));
    if (sent.kind === 'sent') {
      await records.keep(view.meetingId, recipientId, { ...before, version: view.version });
    } else {
      await records.forget(view.meetingId, recipientId);
    }
    await records.markDelivered(deliveryKey(delivery));
  }

  async function deliverAlone(delivery: Delivery): Promise<Receipt> {
    const { recipientId, view, purpose } = delivery;
    if (await records.wasDelivered(deliveryKey(delivery))) return { kind: 'delivered' };
    const before = await records.find(view.meetingId, recipientId);
    if (before !== undefined && before.version > view.version) return { kind: 'delivered' };
    switch (purpose) {
      case 'update':
        if (before !== undefined) await updateCard(delivery, before);
        return { kind: 'delivered' };
      case 'ask':
      case 'remind':
      case 'tell':
      case 'follow':
        return await sendNew(delivery, before);
    }
  }

  return {
    async deliver(delivery) {
      const { recipientId, view } = delivery;
      const receipt = await records.alone(`${view.meetingId}:${recipientId}`, () => deliverAlone(delivery));
      if (recipientId === view.organizer.id) {
        await records.alone(`${view.meetingId}:group`, () => updateGroupCard({ connector, records }, view));
      }
      return receipt;
    },
  };
}
