import { answerQuestion } from './answer-question.ts';
import { complete } from './partial-request/complete.ts';
import { combineWhens } from './times/combine-whens.ts';
import { windowsOf } from './times/windows.ts';
import type { WindowSettings } from './times/windows.ts';
import type { WhenSense } from './meaning/sense.ts';
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
  /** What a draft asks for as it is: a request, or what is still open about it. */
  resume(draft: MeetingRequestDraft): Understanding;
  /**
   * The times that words speak of, as UTC intervals from `now` on; empty when they speak of none. A clock without a
   * day is the next one from `today` on.
   */
  windows(whens: readonly WhenSense[], settings: Omit<WindowSettings, 'weekends'>): readonly Slot[];
}

/** The pure parser, with no network. */
export const parserReading: Reading = {
  read: (input) => Promise.resolve(understand(input)),
  answer: answerQuestion,
  resume: (draft) => {
    const completion = complete(draft);
    return completion.complete
      ? { kind: 'request', request: completion.request, draft, understood: [], leftover: [] }
      : { kind: 'question', questions: completion.questions, draft, leftover: [] };
  },
  windows: (whens, settings) => {
    const wanted = combineWhens(whens);
    return wanted === undefined ? [] : windowsOf(wanted, [], { ...settings, weekends: false });
  },
};
