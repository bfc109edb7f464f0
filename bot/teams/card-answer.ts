import type { AdaptiveCard } from '../cards/elements.ts';

/**
 * The answer to an `Action.Execute` (Teams: "Universal Actions for Adaptive Cards", response formats); the status of
 * HTTP is 200 for all of them.
 */
export type CardAnswer =
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.card.adaptive';
      readonly value: AdaptiveCard;
    }
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.activity.message';
      readonly value: string;
    }
  | {
      readonly statusCode: 400 | 403 | 500;
      readonly type: 'application/vnd.microsoft.error';
      readonly value: { readonly code: string; readonly message: string };
    };

/** Puts a card in the place of the one that was clicked. */
export function answerCard(card: AdaptiveCard): CardAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** Leaves the card as it is and shows a message. */
export function answerMessage(sentence: string): CardAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence };
}

export function answerError(statusCode: 400 | 403 | 500, code: string, message: string): CardAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}
