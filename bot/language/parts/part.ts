import type { LocalTime } from '../../../workflows/domain/time/local.ts';
import type { RoomWish, Which } from '../meaning/frame.ts';
import type { NamedPerson, WhenSense } from '../meaning/sense.ts';

/** What a stretch of words tells, whatever the act. */
export type PartValue =
  | { readonly kind: 'time'; readonly when: WhenSense; readonly side?: 'which' | 'to' }
  | {
      readonly kind: 'person';
      readonly people: readonly NamedPerson[];
      readonly side?: 'in' | 'optional' | 'out';
    }
  | { readonly kind: 'length'; readonly minutes: number }
  /** Longer by so much; below 0: shorter. */
  | { readonly kind: 'longer'; readonly minutes: number }
  /** Later by so much; below 0: earlier. */
  | { readonly kind: 'shift'; readonly minutes: number }
  | { readonly kind: 'end'; readonly at: LocalTime }
  | { readonly kind: 'title'; readonly words: string }
  | { readonly kind: 'place'; readonly words: string }
  | { readonly kind: 'room'; readonly room: RoomWish }
  | { readonly kind: 'online'; readonly online: boolean }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'order'; readonly order: NonNullable<Which['order']> }
  | { readonly kind: 'all' }
  | { readonly kind: 'soonest' }
  /** Whether those who come are asked. */
  | { readonly kind: 'asking'; readonly asks: boolean }
  /** Why, or what the others shall be told. */
  | { readonly kind: 'reason'; readonly words: string };

/** A part of a sentence: the tokens `from` to `to`, the end excluded. */
export type Part = PartValue & { readonly from: number; readonly to: number };
