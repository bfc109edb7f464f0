import { candidatesCard } from '../../bot/cards/candidates-card.ts';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { listCard } from '../../bot/cards/list-card.ts';
import { meetingCard } from '../../bot/cards/meeting-card.ts';
import { questionCard } from '../../bot/cards/question-card.ts';
import { readerOf } from '../../bot/cards/reader.ts';
import { createReader } from '../../bot/words/reader.ts';
import { wordsOf } from '../../bot/words/words-of.ts';
import type { MeetingStatus, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { cardSamplesIn } from '../contract/bot/card-samples.ts';
import { ana, attendee, bo, candidate, cy, tuesday, viewOf, wednesday } from './meeting-views.ts';

const later = candidate('2026-11-26T09:00:00.000Z', '2026-11-26T09:45:00.000Z');
const overnight = candidate('2026-11-26T22:30:00.000Z', '2026-11-27T00:00:00.000Z');
const five = [
  tuesday,
  wednesday,
  later,
  overnight,
  candidate('2026-11-27T16:00:00.000Z', '2026-11-27T16:45:00.000Z'),
];
const unbroken = 'https://contoso.example/' + 'w'.repeat(90);

const vote: Partial<MeetingView> = {
  proposal: {
    round: 3,
    slots: five,
    openedAt: '2026-11-21T10:00:00.000Z',
    deadline: '2026-11-23T10:00:00.000Z',
  },
};
const optional = attendee(bo, { type: 'optional', reachedBy: 'mail' });
const voted = attendee(cy, {
  approval: 'approved',
  ballot: {
    personId: cy.id,
    round: 3,
    answers: Object.fromEntries(five.map((slot, at) => [slotKey(slot), at % 2 === 0 ? 'ifNeedBe' : 'no'])),
    counterProposal: overnight,
    comment: unbroken,
    answeredAt: '2026-11-21T11:00:00.000Z',
  },
});

const statuses: readonly MeetingStatus[] = [
  'searching',
  'proposed',
  'confirmed',
  'cancelled',
  'expired',
  'unschedulable',
];

const foundNothing = {
  draftId: 'draft',
  request: {
    title: unbroken,
    durationMinutes: 90,
    organizer: ana,
    timeZone: 'Europe/Berlin',
    attendees: [{ person: bo, type: 'optional' as const, wishes: [] }],
    wishes: [],
    oneOfRooms: [],
    isOnlineMeeting: false,
    windows: [],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ranking: 'earliest' as const,
    slotCount: 1,
    policy: viewOf().policy,
    actions: [],
  },
  understood: [],
  leftover: [unbroken, 'and this'],
  candidates: [],
  obstacles: [
    { constraint: 'workingHours' as const, personId: bo.id, blockedStarts: 3 },
    { constraint: 'room' as const, blockedStarts: 2 },
  ],
  concessions: [
    { give: 'hour' as const, candidates: [overnight] },
    { give: 'workingHours' as const, candidates: [later] },
  ],
};

/** Every kind of card that the bot makes for readers of a locale, with the most that each can hold, by name. */
export function everyCardIn(locale: string): Readonly<Record<string, AdaptiveCard>> {
  const words = wordsOf(locale);
  const forReader = (person: Person, more: Partial<MeetingView>): AdaptiveCard => {
    const view = viewOf(more);
    return meetingCard(view, readerOf(view, person.id, locale));
  };
  return {
    ...cardSamplesIn(locale),
    'asked for five votes': forReader(bo, { ...vote, attendees: [optional, voted] }),
    'has voted': forReader(cy, { ...vote, attendees: [optional, voted] }),
    'cockpit of five votes': forReader(ana, { ...vote, attendees: [optional, voted] }),
    'cockpit with everything': forReader(ana, {
      ...vote,
      agenda: unbroken,
      attendees: [attendee(bo, { reachedBy: 'unreached' }), voted],
      warnings: [
        {
          kind: 'undelivered',
          personId: bo.id,
          reachedBy: 'unreached',
          problem: { service: 'mail', reason: 'notSetUp' },
          at: '2026-11-21T12:00:00.000Z',
        },
      ],
      choice: {
        reason: 'deadline',
        silent: [bo.id],
        candidates: five,
        obstacles: [],
        concessions: [],
      },
    }),
    'titles in other scripts': forReader(bo, {
      title: '予算会議のための長い題名がここにありますので折り返す必要があります',
      agenda: 'اجتماع الميزانية للربع الثالث مع الفريق بأكمله',
    }),
    'long question': questionCard(
      'draft',
      {
        field: 'attendees',
        code: 'ambiguousPerson',
        quoted: unbroken,
        choices: Array.from({ length: 9 }, (_, at) => ({
          label: `Alice Nguyen (alice.nguyen.of.the.finance.department.${at}@contoso.example)`,
          value: String(at),
        })),
      },
      [],
      words,
    ),
    'question about times': questionCard(
      'draft',
      {
        field: 'window',
        code: 'noTimeLeft',
        choices: ['this week', 'next week', 'next 5 working days'].map((value) => ({ label: value, value })),
      },
      [],
      words,
    ),
    'question without choices': questionCard(
      'draft',
      {
        field: 'window',
        code: 'impossibleDate',
        quoted: '31 February',
        choices: [],
      },
      [],
      words,
    ),
    'concessions only': candidatesCard(
      foundNothing,
      createReader({ timeZone: 'America/Argentina/Buenos_Aires', locale }),
    ),
    'list of every status': listCard(
      words.chat.whichOne,
      statuses.map((status) => ({
        meetingId: status,
        title: `A ${status} ${unbroken}`,
        status,
        start: later.start,
        waitingForMe: false,
      })),
      false,
      createReader({ timeZone: 'Asia/Kolkata', locale, hourCycle: 'h12' }),
    ),
  };
}
