import type { AdaptiveCard } from '../cards/elements.ts';
import { cardActivity, plainActivity } from '../messenger/card-activity.ts';
import type { Connector, Place } from '../messenger/connector.ts';

/** Says a sentence; people's words in it are shown as they are. */
export async function say(connector: Connector, place: Place, sentence: string): Promise<void> {
  await connector.send(place, { type: 'message', text: sentence, textFormat: 'plain' });
}

/** Sends a card, or its words where the card is not taken; gives the message's id. */
export async function sayCard(
  connector: Connector,
  place: Place,
  card: AdaptiveCard,
): Promise<string | undefined> {
  const sent = await connector.send(place, cardActivity(card));
  if (sent.kind === 'sent') return sent.activityId === '' ? undefined : sent.activityId;
  if (sent.kind === 'refused') await connector.send(place, plainActivity(card));
  return undefined;
}
