import type {
  DraftField,
  MeetingRequestDraft,
  UnderstandInput,
  Understanding,
} from '../../workflows/domain/language/understanding.ts';

import type { Slot } from '../../workflows/domain/time/slot.ts';

/** The answer to one question of a draft. */
export interface DraftAnswer {
  readonly field: DraftField;
  /** One of the choices' values. */
  readonly value: string;
  /** The words that were asked about. */
  readonly quoted?: string;
}

/** Reads sentences: the pure parser, alone or with a language model beside it. */
export interface Reading {
  read(input: UnderstandInput): Promise<Understanding>;
  answer(draft: MeetingRequestDraft, answer: DraftAnswer, input: UnderstandInput): Understanding;
  /** The times that a draft speaks of; empty when it speaks of none. */
  windows(draft: MeetingRequestDraft): readonly Slot[];
}
