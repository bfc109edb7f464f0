import { askFirstCard, leaveAction } from '../../../bot/cards/ask-first-card.ts';
import { button, onMeeting } from '../../../bot/cards/buttons.ts';
import { candidatesCard } from '../../../bot/cards/candidates-card.ts';
import type { AdaptiveCard } from '../../../bot/cards/elements.ts';
import { groupMeetingCard } from '../../../bot/cards/group-meeting-card.ts';
import { helpCard } from '../../../bot/cards/help-card.ts';
import { listCard } from '../../../bot/cards/list-card.ts';
import { meetingCard, withMessage } from '../../../bot/cards/meeting-card.ts';
import { supersededCard } from '../../../bot/cards/outcome-card.ts';
import { picturePanels } from '../../../bot/picture/picture-days.ts';
import { unsureCard } from '../../../bot/cards/unsure-card.ts';
import { moveCard } from '../../../bot/cards/move-card.ts';
import { chooseCard } from '../../../bot/cards/choose-card.ts';
import { questionCard, settledCard } from '../../../bot/cards/question-card.ts';
import { readerOf } from '../../../bot/cards/reader.ts';
import { availabilityPicture } from '../../../bot/picture/availability-picture.ts';
import { createReader } from '../../../bot/words/reader.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import { ana, attendee, bo, cy, tuesday, viewOf, wednesday } from '../../support/meeting-views.ts';

const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
const voting: Partial<MeetingView> = {
  proposal: {
    round: 2,
    slots: [tuesday, wednesday],
    openedAt: '2026-11-21T10:00:00.000Z',
    deadline: '2026-11-23T10:00:00.000Z',
  },
};
const answered = attendee(bo, {
  approval: 'approved',
  ballot: {
    personId: bo.id,
    round: 1,
    answers: { [slotKey(tuesday)]: 'yes' },
    comment: 'see you **there** [click](https://evil.example)',
    answeredAt: '2026-11-21T11:00:00.000Z',
  },
});
const suggesting = attendee(cy, {
  approval: 'rejected',
  ballot: {
    personId: cy.id,
    round: 1,
    answers: { [slotKey(tuesday)]: 'no' },
    counterProposal: wednesday,
    answeredAt: '2026-11-21T11:00:00.000Z',
  },
});

const request = {
  title: 'Q3 budget',
  durationMinutes: 45,
  organizer: ana,
  timeZone: 'Europe/Berlin',
  attendees: [bo, cy].map((person) => ({ person, type: 'required' as const, wishes: [] })),
  wishes: [],
  oneOfRooms: [],
  isOnlineMeeting: true,
  windows: [],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  ranking: 'best' as const,
  slotCount: 1,
  policy: viewOf().policy,
  actions: [],
};
const slots = [tuesday, wednesday];
/** Every kind of card for readers of a locale, by name, with texts that are long, wide or try to be Markdown. */
export function cardSamplesIn(locale: string): Readonly<Record<string, AdaptiveCard>> {
  const berlin = createReader({ timeZone: 'Europe/Berlin', locale });
  const { words } = berlin;
  function forReader(person: Person, more: Partial<MeetingView> = {}): AdaptiveCard {
    const view = viewOf(more);
    return meetingCard(view, readerOf(view, person.id, locale));
  }
  const picture = availabilityPicture({
    panels: picturePanels(slots, 'Europe/Berlin'),
    rows: [ana, bo, cy].map((person) => ({
      name: person.displayName,
      timeZone: person.timeZone ?? 'UTC',
      availability: { personId: person.id, busy: [] },
    })),
    slots,
    reader: berlin,
  });
  const suggestion = {
    draftId: 'draft',
    request,
    understood: ['45 min', 'with Bo and Cy', 'next week'],
    leftover: ['blub'],
    candidates: slots,
    obstacles: [],
    concessions: [],
    picture,
  };

  return {
    'asked for approval': forReader(bo),
    'asked for votes': forReader(bo, voting),
    'has approved': forReader(bo, { attendees: [answered, suggesting] }),
    'cockpit while waiting': forReader(ana),
    'cockpit with answers': forReader(ana, { attendees: [answered, suggesting], ...{ version: 4 } }),
    'cockpit of a vote': forReader(ana, { ...voting, attendees: [answered, attendee(cy)] }),
    'cockpit with a choice': forReader(ana, {
      status: 'unschedulable',
      choice: {
        reason: 'noSlot',
        isBooked: false,
        candidates: slots,
        obstacles: [],
        concessions: [],
      },
    }),
    'confirmed for the organizer': forReader(ana, {
      status: 'confirmed',
      booking: {
        slot: tuesday,
        eventId: 'e',
        iCalUId: 'i',
        webLink: 'https://outlook.office365.com/x',
        joinUrl: 'https://teams.microsoft.com/x',
        confirmedAt: '2026-11-21T12:00:00.000Z',
      },
      warnings: [{ kind: 'declined', personId: bo.id, inCalendar: true, at: '2026-11-21T12:00:00.000Z' }],
    }),
    'asked in somebody’s name': forReader(bo, { requestedBy: cy, place: 'the lobby' }),
    cancelled: forReader(bo, { status: 'cancelled', outcome: { kind: 'cancelled', by: ana.id } }),
    expired: forReader(bo, { status: 'expired' }),
    searching: forReader(bo, { status: 'searching' }),
    'as last published': forReader(bo, { isStale: true }),
    'long texts': forReader(bo, {
      title: longWord,
      agenda: `${longWord} ${'and so on '.repeat(60)}`,
      attendees: [attendee({ ...bo, displayName: longWord }), attendee(bo)],
    }),
    'many people': forReader(ana, {
      attendees: Array.from({ length: 60 }, (_, at) =>
        attendee({ ...bo, displayName: `Person Number ${at}` }),
      ),
    }),
    'for a group': groupMeetingCard(viewOf(), ['29:a', '29:b']),
    'under a message': withMessage(forReader(bo), 'The times have changed.'),
    superseded: supersededCard(viewOf(), berlin),
    candidates: candidatesCard(suggestion, berlin),
    'candidates for somebody else': candidatesCard(
      { ...suggestion, senderId: bo.id, request: { ...suggestion.request, place: 'the lobby' } },
      berlin,
    ),
    'candidates of no delegate': candidatesCard(
      {
        ...suggestion,
        notDelegateOf: 'Dana Fischer',
        request: { ...suggestion.request, organizerAttends: false },
      },
      berlin,
    ),
    'candidates that nobody is asked about': candidatesCard(
      {
        ...suggestion,
        request: {
          ...suggestion.request,
          policy: { ...suggestion.request.policy, approval: { kind: 'none' } },
        },
      },
      berlin,
    ),
    'nothing found': candidatesCard(
      {
        ...suggestion,
        candidates: [],
        obstacles: [{ constraint: 'busy', personId: bo.id, blockedStarts: 9 }],
        concessions: [{ give: 'requiredPerson', personId: bo.id, candidates: [tuesday] }],
      },
      berlin,
    ),
    question: questionCard(
      'draft',
      {
        field: 'attendees',
        code: 'ambiguousPerson',
        quoted: 'Alice',
        choices: ['Alice Martin', 'Alice Nguyen'].map((label) => ({ label, value: label })),
      },
      [],
      words,
    ),
    settled: settledCard(words.chat.discarded),
    list: listCard(
      words.chat.yourMeetings,
      [
        { meetingId: 'm1', title: longWord, status: 'proposed', start: tuesday.start, waitingForMe: true },
        {
          meetingId: 'm2',
          title: 'Roadmap',
          status: 'confirmed',
          start: wednesday.start,
          waitingForMe: false,
        },
      ],
      true,
      berlin,
    ),
    help: helpCard(words),
    'asks before it cancels': askFirstCard(
      {
        me: ana.id,
        question: words.acts.cancel.ask,
        meetings: [{ view: viewOf() }],
        effects: [words.acts.cancel.effect.booked],
        actions: [
          button(words.acts.cancel.button, 'cancel', onMeeting(viewOf()), { style: 'destructive' }),
          leaveAction(words.acts.cancel.keep),
        ],
      },
      berlin,
    ),
    'asks which meeting': askFirstCard(
      {
        me: ana.id,
        question: words.acts.noneFits(words.acts.which.called(longWord)),
        hint: words.acts.nearest,
        meetings: [viewOf(), viewOf({ title: longWord })].map((view) => ({
          view,
          actions: [button(words.acts.move.button, 'goOn', { saidId: 's', meetingId: view.meetingId })],
        })),
      },
      berlin,
    ),
    'times to move to': moveCard(viewOf(), [tuesday, wednesday], 60, tuesday, berlin),
    'times to choose from': chooseCard('draft', words.acts.choose.whichTime, [tuesday, wednesday], berlin),
    unsure: unsureCard('s', ['edit', 'change', 'nevermind'], ['gadzooks'], words),
  };
}
