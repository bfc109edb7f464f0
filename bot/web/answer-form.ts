import { z } from 'zod';

import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import type { Proposal } from '../../workflows/domain/meeting/view.ts';
import { instantOf, minuteMs } from '../../workflows/domain/time/instant.ts';
import type { Slot, SlotKey, TimeZone } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { localToInstants } from '../../workflows/domain/time/zone.ts';

const vote = z.enum(['yes', 'ifNeedBe', 'no']).optional();
const formShape = z.object({
  round: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1),
  key: z.string().min(1).max(64),
  vote0: vote,
  vote1: vote,
  vote2: vote,
  vote3: vote,
  vote4: vote,
  date: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .default(''),
  time: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
    .default(''),
  comment: z.string().max(1000).default(''),
});

/** An answer as the form gives it. */
export interface FormAnswer {
  readonly round: number;
  /** The version that the page showed. */
  readonly version: number;
  /** Made with the page. */
  readonly key: string;
  readonly answers: Readonly<Record<SlotKey, Answer>>;
  readonly counterProposal?: Slot;
  readonly comment?: string;
}

/** What is wrong with a form; the name of its sentence. */
export type BadForm = 'unreadable' | 'answerMissing' | 'halfATime' | 'noSuchDay';

/** Reads the form for the proposal that it shows. */
export function readAnswer(
  body: string,
  proposal: Proposal,
  about: { readonly timeZone: TimeZone; readonly durationMinutes: number },
): { readonly ok: true; readonly answer: FormAnswer } | { readonly ok: false; readonly reason: BadForm } {
  const parsed = formShape.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!parsed.success) return { ok: false, reason: 'unreadable' };
  const { round, version, key, date, time, comment, vote0, vote1, vote2, vote3, vote4 } = parsed.data;
  const votes = [vote0, vote1, vote2, vote3, vote4].slice(0, proposal.slots.length);
  if (votes.some((given) => given === undefined)) {
    return { ok: false, reason: 'answerMissing' };
  }
  if ((date === '') !== (time === '')) {
    return { ok: false, reason: 'halfATime' };
  }
  const start = date === '' ? undefined : startOf(about.timeZone, date, time);
  if (date !== '' && start === undefined) return { ok: false, reason: 'noSuchDay' };
  return {
    ok: true,
    answer: {
      round,
      version,
      key,
      answers: Object.fromEntries(proposal.slots.map((slot, index) => [slotKey(slot), votes[index] ?? 'no'])),
      ...(start === undefined
        ? {}
        : {
            counterProposal: {
              start: instantOf(start),
              end: instantOf(start + about.durationMinutes * minuteMs),
            },
          }),
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    },
  };
}

function startOf(timeZone: TimeZone, date: string, time: string): number | undefined {
  try {
    return localToInstants(timeZone, date, time)[0];
  } catch {
    return undefined;
  }
}
