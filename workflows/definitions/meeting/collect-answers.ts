import type { Collecting } from '../../domain/meeting/state.ts';
import { announcementsOfRound } from '../../domain/meeting/announcements.ts';
import { holdsFor, holdsWithout } from '../../domain/meeting/holds.ts';
import { calendarOwners } from '../../domain/meeting/people.ts';
import type { MeetingRequest } from '../../domain/meeting/request.ts';
import type { PersonId } from '../../domain/people/person.ts';
import { later } from '../../domain/time/later.ts';
import type { Instant } from '../../domain/time/slot.ts';
import { openRound, problemOf } from './activities.ts';
import type { OpenedRound } from '../../contract/activities.ts';
import type { MeetingContext } from './meeting-context.ts';

function holdOwners(request: MeetingRequest): readonly PersonId[] {
  switch (request.policy.holds) {
    case 'none':
      return [];
    case 'organizer':
      return request.organizerAttends === false ? [] : [request.organizer.id];
    case 'attendees':
      return calendarOwners(request, []).map(({ id }) => id);
  }
}

/** Puts the round's question to those whose answer is missing, and keeps its times free. */
async function askEverybody(context: MeetingContext, { round }: Collecting): Promise<void> {
  const { state, announcedVersion } = context;
  const { holds } = state;
  const given = {
    view: context.view(),
    announcements: announcementsOfRound(state, announcedVersion),
    transactionId: `${state.meetingId}/${round.number}`,
    holdOwners: holdOwners(state.request),
    holds,
  };
  context.isAnnouncing = true;
  let opened: OpenedRound;
  try {
    opened = await openRound(given);
  } catch (error) {
    // Nobody knows which were written before it failed.
    const { transactionId } = given;
    const lost = holdsWithout(holdsFor(given.holdOwners, round.slots), holds);
    opened = {
      holds: [...holds, ...lost.map((hold) => ({ ...hold, transactionId }))],
      reached: [],
      problems: [problemOf(error)],
    };
  }
  const isNews = context.state.version > state.version || opened.problems.length > 0;
  context.apply({ kind: 'asked', ...opened });
  const everyoneByTeams = opened.reached.every(({ by }) => by === 'teams');
  context.announcedVersion = isNews || !everyoneByTeams ? state.version : context.state.version;
  context.isAnnouncing = false;
}

/** The next moment at which something is due in this round. */
function nextDue(
  context: MeetingContext,
  { round, remindersSent }: Collecting,
): { readonly at: Instant; readonly kind: 'reminderDue' | 'deadlinePassed' } {
  const [reminder] = context.state.request.policy.reminderMinutes
    .map((minutes) => later(round.openedAt, minutes))
    .sort()
    .slice(remindersSent);
  return reminder !== undefined && reminder < round.deadline
    ? { at: reminder, kind: 'reminderDue' }
    : { at: round.deadline, kind: 'deadlinePassed' };
}

/** Waits for answers until they decide, reminding on the way, at most to the deadline. */
export async function collectAnswers(context: MeetingContext, collecting: Collecting): Promise<void> {
  if (!collecting.isOpen) {
    await askEverybody(context, collecting);
    return;
  }
  const due = nextDue(context, collecting);
  const { number } = collecting.round;
  const isDecided = (): boolean => {
    const phase = context.phase();
    return phase.kind !== 'collecting' || phase.round.number !== number;
  };
  if (!(await context.waitFor(isDecided, due.at))) context.apply({ kind: due.kind });
}
