import { z } from 'zod';

import { acts } from '../language/meaning/act.ts';

const meetingId = z.string().min(1).max(200);
/** What the clicked card showed. */
const version = z.number().int().min(1);
const round = z.number().int().min(1);
const slotKey = z.string().min(3).max(80);
const slotKeys = z.array(slotKey).min(1).max(5);
const timeZone = z.string().min(1).max(64);
const comment = z.string().max(1000).optional();
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const answer = z.enum(['yes', 'ifNeedBe', 'no']);
const draftId = z.string().min(1).max(100);

const saidId = z.string().min(1).max(100);
const durationMinutes = z.number().int().min(5).max(1440).optional();

const onMeeting = { meetingId, version };
const onRound = { ...onMeeting, round, slotKeys };
const otherTime = {
  date: localDate,
  time: localTime,
  timeZone,
  durationMinutes: z.number().int().min(5).max(1440),
};

/**
 * What the buttons of our cards send back: the `verb` of an `Action.Execute` with its data and the inputs of the
 * card. It says what is wanted, never who wants it, and it may have been made up: it is parsed like any input.
 */
export const cardAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('approve'), ...onRound }),
  // No two inputs of a card may bear one name, and the form for another time has a comment too.
  z
    .object({ verb: z.literal('reject'), ...onRound, reason: comment })
    .transform(({ reason, ...rejection }) => ({
      ...rejection,
      ...(reason === undefined ? {} : { comment: reason }),
    })),
  z.object({ verb: z.literal('otherTime'), ...onRound, ...otherTime, comment }),
  z.object({
    verb: z.literal('vote'),
    ...onRound,
    vote0: answer.optional(),
    vote1: answer.optional(),
    vote2: answer.optional(),
    vote3: answer.optional(),
    vote4: answer.optional(),
    comment,
  }),
  z.object({ verb: z.literal('remind'), ...onMeeting }),
  z.object({ verb: z.literal('confirm'), ...onMeeting, slot: slotKey.optional() }),
  z.object({ verb: z.literal('choose'), ...onMeeting, slots: z.string().min(3).max(400) }),
  z.object({ verb: z.literal('move'), ...onMeeting, ...otherTime }),
  z.object({ verb: z.literal('cancel'), ...onMeeting, reason: comment }),
  z.object({ verb: z.literal('show'), meetingId }),
  z.object({ verb: z.literal('refresh'), meetingId }),
  z.object({ verb: z.literal('propose'), draftId, slot: slotKey }),
  z.object({ verb: z.literal('letVote'), draftId }),
  z.object({ verb: z.literal('change'), draftId, text: z.string().min(1).max(2000) }),
  z.object({
    verb: z.literal('answer'),
    draftId,
    field: z.enum(['attendees', 'duration', 'window', 'zone', 'room']),
    value: z.string().min(1).max(500),
  }),
  z.object({ verb: z.literal('discard'), draftId }),
  /** Finds times for what an answer left to be wished. */
  z.object({ verb: z.literal('search'), draftId }),
  /** Ask everybody about these times instead. */
  z.object({ verb: z.literal('ask'), ...onMeeting, slots: z.string().min(3).max(400), durationMinutes }),
  /** An act that was said goes on with this meeting. */
  z.object({ verb: z.literal('goOn'), saidId, meetingId }),
  /** A sentence was meant as this act. */
  z.object({ verb: z.literal('readAs'), saidId, act: z.enum(acts) }),
  z.object({ verb: z.literal('undo'), undoId: saidId }),
  z.object({
    verb: z.literal('together'),
    command: z.enum(['cancel', 'remind']),
    reason: comment,
    meetings: z.array(z.object(onMeeting)).min(1).max(25),
  }),
  z.object({ verb: z.literal('leave') }),
]);

export type CardAction = z.infer<typeof cardAction>;

export type CardVerb = CardAction['verb'];
