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
export type AskedAction = Extract<CardAction, { verb: (typeof askingVerbs)[number] }>;

const shownShape = z.object({ actions: z.array(cardAction).min(1), activityId: z.string().optional() });

/** A card that asked before something is done, and what its button does; several are times to choose from. */
export interface Shown {
  readonly actions: readonly AskedAction[];
  /** The message with the card. */
  readonly activityId?: string;
}

function isAsked(action: CardAction): action is AskedAction {
  return askingVerbs.some((verb) => verb === action.verb);
}

/** What the card's asking button does, or its buttons where each asks about a time; none where it leaves a choice. */
function askedBy(card: AdaptiveCard): readonly AskedAction[] {
  const found: AskedAction[] = [];
  JSON.parse(JSON.stringify(card), (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'verb' in value && 'data' in value) {
      const data = typeof value.data === 'object' ? value.data : {};
      const parsed = cardAction.safeParse({ ...data, verb: value.verb });
      if (parsed.success && isAsked(parsed.data)) found.push(parsed.data);
    }
    return value;
  });
  return found.length === 1 || found.every(({ verb }) => verb === 'ask') ? found : [];
}

const keyOf = ({ place, personId }: Sender) => `teams:asked:${place.conversationId}:${personId}`;

/** Notes that a card asks, so that "yes" in words is as good as its button. */
export async function noteShown(
  store: Store,
  sender: Sender,
  card: AdaptiveCard,
  activityId: string | undefined,
): Promise<void> {
  const actions = askedBy(card);
  if (actions.length > 0) {
    await store.set(keyOf(sender), JSON.stringify({ actions, activityId }), { ttlMs: keptMs });
  }
}

/** What was asked last; only the sentence right after it can answer it. */
export async function takeShown(store: Store, sender: Sender): Promise<Shown | undefined> {
  const text = await store.get(keyOf(sender));
  if (text === undefined) return undefined;
  await store.delete(keyOf(sender));
  const parsed = shownShape.safeParse(JSON.parse(text));
  return parsed.success
    ? { actions: parsed.data.actions.filter(isAsked), activityId: parsed.data.activityId }
    : undefined;
}
