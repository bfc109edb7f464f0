import { answerQuestion } from './answer-question.ts';
import { combineWhens } from './times/combine-whens.ts';
import { windowsOf } from './times/windows.ts';
import { understand } from './understand.ts';
import type {
  DraftField,
  MeetingRequestDraft,
  UnderstandInput,
  Understanding,
} from './meaning/understanding.ts';

import type { Slot } from '../../workflows/domain/time/slot.ts';

/** Reads sentences: the pure parser, alone or with a language model beside it. */
export interface Reading {
  read(input: UnderstandInput): Promise<Understanding>;
  /** Completes what is known of the request with a choice's value, or with words. */
  answer(
    pending: MeetingRequestDraft,
    field: DraftField,
    value: string,
    input: UnderstandInput,
  ): Understanding;
  /** The times that a draft speaks of; empty when it speaks of none. */
  windows(draft: MeetingRequestDraft): readonly Slot[];
}

/** The pure parser, with no network. */
export const parserReading: Reading = {
  read: (input) => Promise.resolve(understand(input)),
  answer: (pending, field, value, { directory }) => answerQuestion(pending, field, value, { directory }),
  windows: (draft) => {
    const wanted = combineWhens(draft.wanted);
    if (wanted === undefined) return [];
    const { today, now, timeZone, durationMinutes = 30 } = draft;
    return windowsOf(wanted, draft.avoided, { today, now, timeZone, durationMinutes, weekends: false });
  },
};
