import type { AdaptiveCard } from '../cards/elements.ts';
import type { OutgoingActivity } from './connector.ts';

/** A message that is a card; its summary is what notifications and old clients show. */
export function cardActivity(card: AdaptiveCard): OutgoingActivity {
  return {
    type: 'message',
    summary: card.fallbackText,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** The same in words, for where the card is not taken. */
export function plainActivity(card: AdaptiveCard): OutgoingActivity {
  return { type: 'message', text: card.fallbackText, textFormat: 'plain' };
}
