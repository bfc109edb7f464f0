import type { Answer } from '../../../workflows/domain/ballots/ballot.ts';
import type { Approval, MeetingStatus } from '../../../workflows/domain/meeting/view.ts';
import type { ReasonCode } from '../../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../../workflows/domain/slots/search-input.ts';

/** Somebody by name, where the fact is about a person. */
type Name = string | undefined;

/** What the state keeps as facts. */
export const facts = {
  /** Whose name is not known any more. */
  somebody: 'Somebody',
  answers: { yes: 'Yes', ifNeedBe: 'If need be', no: 'No' } satisfies Record<Answer, string>,
  approvals: {
    approved: 'approved',
    rejected: 'declined',
    pending: 'no answer yet',
  } satisfies Record<Approval, string>,
  statuses: {
    searching: 'looking for times',
    proposed: 'waiting for answers',
    confirmed: 'confirmed',
    cancelled: 'cancelled',
    expired: 'expired',
    unschedulable: 'no time found',
  } satisfies Record<MeetingStatus, string>,
  /** Why a slot suits somebody, or not, in a word or two. */
  reasons: {
    free: 'free',
    tentative: 'tentatively booked',
    busy: 'busy',
    oof: 'out of office',
    workingElsewhere: 'working elsewhere',
    unknown: 'calendar can’t be read',
    outsideWorkingHours: 'outside working hours',
    againstWish: 'against a wish',
    againstHardWish: 'against a wish',
    buffer: 'no break in between',
  } satisfies Record<ReasonCode, string>,
  /** The words of a wish that a slot goes against. */
  saidWish: (wish: string) => `said “${wish}”`,
  /** What rules out every time. */
  obstacles: {
    busy: (name: Name) => `${name ?? 'Somebody'} is busy.`,
    unknown: (name: Name) => `${name === undefined ? 'A' : `${name}’s`} calendar can’t be read.`,
    workingHours: (name: Name) => `It’s outside ${name ?? 'somebody'}’s working hours.`,
    wish: (name: Name) => `${name ?? 'Somebody'} asked to avoid these times.`,
    room: () => 'No room is free.',
    dailyWindow: () => 'The hours of the day that you gave leave nothing.',
    daysOfWeek: () => 'The days of the week that you gave leave nothing.',
    notice: () => 'It’s too soon.',
    window: () => 'The time that you gave is too short.',
  } satisfies Record<Obstacle['constraint'], (name: Name) => string>,
  /** What giving up one thing would buy; times follow. */
  concessions: {
    requiredPerson: (name: Name) => `Without ${name ?? 'one of you'}:`,
    wish: (name: Name) => `Against what ${name ?? 'somebody'} asked for:`,
    hour: () => 'An hour earlier or later in the day:',
    room: () => 'Without a room:',
    workingHours: () => 'Outside somebody’s working hours:',
  } satisfies Record<Concession['give'], (name: Name) => string>,
};
