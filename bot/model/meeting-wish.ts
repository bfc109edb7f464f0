import { z } from 'zod';

/** What a model may say of a message: what is wanted, in plain parts. It is checked like any input. */
export const meetingWish = z.object({
  isMeetingRequest: z.boolean(),
  durationMinutes: z.number().int().min(5).max(1440).nullable(),
  requiredPeople: z.array(z.string().max(200)).max(50),
  optionalPeople: z.array(z.string().max(200)).max(50),
  when: z.string().max(200).nullable(),
  about: z.string().max(200).nullable(),
});

export type MeetingWish = z.infer<typeof meetingWish>;

/** The same for the model, as JSON schema in strict form: all required, nothing else allowed. */
export const meetingWishSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['isMeetingRequest', 'durationMinutes', 'requiredPeople', 'optionalPeople', 'when', 'about'],
  properties: {
    isMeetingRequest: { type: 'boolean' },
    durationMinutes: { type: ['integer', 'null'] },
    requiredPeople: { type: 'array', items: { type: 'string' } },
    optionalPeople: { type: 'array', items: { type: 'string' } },
    when: {
      type: ['string', 'null'],
      description: 'The time in short English words, such as "next week" or "Tuesday afternoon".',
    },
    about: { type: ['string', 'null'], description: 'The subject, a few words.' },
  },
} as const;

/** Letters, digits and the marks of names and addresses: words cannot bring a second instruction along. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}\s@.,'’+:/&-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The wish as the sentence that the parser reads best; people and times are then found as in any sentence. */
export function sentenceOf(wish: MeetingWish): string {
  const required = wish.requiredPeople.map(oneLine).filter((name) => name !== '');
  const optional = wish.optionalPeople.map(oneLine).filter((name) => name !== '');
  return [
    wish.durationMinutes === null ? 'meeting' : `${wish.durationMinutes} minutes`,
    ...(required.length === 0 ? [] : [`with ${required.join(' and ')}`]),
    ...(optional.length === 0 ? [] : [`and optionally ${optional.join(' and ')}`]),
    ...(wish.when === null ? [] : [oneLine(wish.when)]),
    ...(wish.about === null ? [] : [`about ${oneLine(wish.about)}`]),
  ].join(' ');
}
