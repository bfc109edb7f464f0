import { z } from 'zod';

import type { Store } from '../../workflows/ports/store.ts';
import { cardAction } from '../cards/card-action.ts';
import type { CardAction } from '../cards/card-action.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import type { Sender } from './sender.ts';

/** A question is forgotten before its answer would surprise. */
const keptMs = 30 * 60_000;

const askingVerbs = ['ask', 'cancel', 'goOn', 'together'] as const;

/** What a button does that a card has shown and asked about. */
type AskedAction = Extract<CardAction, { verb: (typeof askingVerbs)[number] }>;

const shownShape = z.object({ action: cardAction, activityId: z.string().optional() });

/** A card that asked before something is done, and what its one button does. */
export interface Shown {
  readonly action: AskedAction;
  /** The message with the card. */
  readonly activityId?: string;
}

function isAsked(action: CardAction): action is AskedAction {
  return askingVerbs.some((verb) => verb === action.verb);
}

/** What the card's one asking button does; undefined where it has none, or a choice of several. */
function askedBy(card: AdaptiveCard): AskedAction | undefined {
  const found: AskedAction[] = [];
  JSON.parse(JSON.stringify(card), (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'verb' in value && 'data' in value) {
      const data = typeof value.data === 'object' ? value.data : {};
      const parsed = cardAction.safeParse({ ...data, verb: value.verb });
      if (parsed.success && isAsked(parsed.data)) found.push(parsed.data);
    }
    return value;
  });
  return found.length === 1 ? found[0] : undefined;
}

const keyOf = ({ place, personId }: Sender) => `teams:asked:${place.conversationId}:${personId}`;

/** Notes that a card asks, so that "yes" in words is as good as its button. */
export async function noteShown(
  store: Store,
  sender: Sender,
  card: AdaptiveCard,
  activityId: string | undefined,
): Promise<void> {
  const action = askedBy(card);
  if (action !== undefined) {
    await store.set(keyOf(sender), JSON.stringify({ action, activityId }), { ttlMs: keptMs });
  }
}

/** What was asked last; only the sentence right after it can answer it. */
export async function takeShown(store: Store, sender: Sender): Promise<Shown | undefined> {
  const text = await store.get(keyOf(sender));
  if (text === undefined) return undefined;
  await store.delete(keyOf(sender));
  const parsed = shownShape.safeParse(JSON.parse(text));
  if (!parsed.success || !isAsked(parsed.data.action)) return undefined;
  return { action: parsed.data.action, activityId: parsed.data.activityId };
}
