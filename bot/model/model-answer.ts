import { z } from 'zod';

import { acts } from '../language/meaning/act.ts';

const longestWords = 200;
const mostPeople = 50;
const longestMinutes = 1440;

const words = z
  .string()
  .refine((text) => text.length <= longestWords)
  .nullable();
const people = z
  .array(z.string().refine((name) => name.length <= longestWords))
  .refine((all) => all.length <= mostPeople);
const minutes = z
  .number()
  .refine((value) => Number.isInteger(value) && value !== 0 && Math.abs(value) <= longestMinutes)
  .nullable();
const length = minutes.refine((value) => value === null || value >= 5);

/**
 * What a model may say of a message: the act, and the parts as the words of the message, which are then read like any
 * words. Limits are refinements, because strict JSON schemas know none.
 */
const modelAnswer = z.object({
  act: z
    .enum(acts)
    .describe('What is asked for. "none" where it has nothing to do with meetings or is unclear.'),
  which: z
    .object({
      title: words.describe('What the meeting is called.'),
      people,
      when: words.describe('When it is now.'),
      place: words,
      room: words,
      minutes: length,
      all: z.boolean().describe('Every meeting that fits is meant.'),
      order: z.enum(['next', 'first', 'last']).nullable(),
    })
    .describe('Which existing meeting is meant.'),
  to: z
    .object({
      when: words.describe('When it shall be, or the time that is asked about.'),
      shiftMinutes: minutes.describe('Later by; below 0: earlier.'),
      minutes: length,
      longerMinutes: minutes.describe('Longer by; below 0: shorter.'),
      endAt: words,
      addPeople: people,
      removePeople: people,
      optionalPeople: people,
      place: words,
      room: words,
      title: words,
      online: z.boolean().nullable(),
      option: z
        .number()
        .refine((value) => Number.isInteger(value) && value >= -1 && value <= 9 && value !== 0)
        .nullable()
        .describe('Which of the offered times, from 1 on; -1 is the last.'),
      answer: z.enum(['yes', 'ifNeedBe', 'no']).nullable(),
      reason: words.describe('Why, for the others.'),
      soonest: z.boolean(),
    })
    .describe('What a new meeting, or the existing one, shall be, or what is answered.'),
  leftover: z
    .array(z.string().refine((text) => text.length <= longestWords))
    .describe('Words that ask for something that none of the fields says.'),
});

export type ModelAnswer = z.infer<typeof modelAnswer>;

const { $schema: _dialect, ...schema } = z.toJSONSchema(modelAnswer);

/** The same for the model: all fields required, nothing else allowed. */
export const modelAnswerSchema: Record<string, unknown> = schema;

/** Undefined where it is not what was asked for. */
export function readAnswer(written: string): ModelAnswer | undefined {
  try {
    return modelAnswer.parse(JSON.parse(written));
  } catch {
    return undefined;
  }
}
