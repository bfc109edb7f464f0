import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { momentText, slotText } from '../words/times.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run } from './elements.ts';

/** Times on offer for a wish, each with a button that proposes it. */
export function chooseCard(
  draftId: string,
  question: string,
  slots: readonly Slot[],
  reader: Reader,
): AdaptiveCard {
  const { choose } = reader.words.acts;
  return adaptiveCard({
    fallbackText: `${question} ${slots.map((slot) => slotText(slot, reader)).join('; ')}`,
    body: [
      line([run(question, { weight: 'bolder' })]),
      ...slots.map((slot) => ({
        type: 'ActionSet' as const,
        spacing: 'small' as const,
        actions: [
          button(
            choose.button(momentText(slot.start, reader)),
            'propose',
            { draftId, slot: slotKey(slot) },
            { associatedInputs: 'none' },
          ),
        ],
      })),
    ],
  });
}
