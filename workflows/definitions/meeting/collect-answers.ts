import type { Collecting } from '../../domain/meeting/state.ts';
import { askNotices } from '../../domain/meeting/announcements.ts';
import { holdsFor, holdsWithout } from '../../domain/meeting/holds.ts';
import { everybody } from '../../domain/meeting/people.ts';
import type { MeetingRequest } from '../../domain/meeting/request.ts';
import type { PersonId } from '../../domain/people/person.ts';
import { isGuest } from '../../domain/people/person.ts';
import { later } from '../../domain/time/later.ts';
import type { Instant } from '../../domain/time/slot.ts';
import { openRound, sentenceOf } from './activities.ts';
import type { OpenedRound } from '../../contract/activities.ts';
import type { Desk } from './meeting-context.ts';

function holdOwners(request: MeetingRequest): readonly PersonId[] {
  switch (request.policy.holds) {
    case 'none':
      return [];
    case 'organizer':
      return [request.organizer.id];
    case 'attendees':
      return everybody(request)
        .map(({ id }) => id)
        .filter((id) => !isGuest(id));
  }
}

/** Puts the round's question to those whose answer is missing, and keeps its times free. */
async function askEverybody(desk: Desk, { proposal }: Collecting): Promise<void> {
  const { state, announcedVersion } = desk;
  const { holds } = state;
  const given = {
    view: desk.view(),
    notices: askNotices(state, announcedVersion),
    transactionId: `${state.meetingId}/${state.round}`,
    holdOwners: holdOwners(state.request),
    holds,
  };
  desk.isAnnouncing = true;
  let opened: OpenedRound;
  try {
    opened = await openRound(given);
  } catch (error) {
    // Nobody knows which were written before it failed.
    const { transactionId } = given;
    const lost = holdsWithout(holdsFor(given.holdOwners, proposal.slots), holds);
    opened = {
      holds: [...holds, ...lost.map((hold) => ({ ...hold, transactionId }))],
      reached: [],
      problems: [sentenceOf(error)],
    };
  }
  const isNews = desk.state.version > state.version || opened.problems.length > 0;
  desk.apply({ kind: 'asked', ...opened });
  const everyoneByTeams = opened.reached.every(({ by }) => by === 'teams');
  desk.announcedVersion = isNews || !everyoneByTeams ? state.version : desk.state.version;
  desk.isAnnouncing = false;
}

/** The next moment at which something is due in this round. */
function nextDue(
  desk: Desk,
  { proposal, remindersSent }: Collecting,
): { readonly at: Instant; readonly kind: 'reminderDue' | 'deadlinePassed' } {
  const [reminder] = desk.state.request.policy.reminderMinutes
    .map((minutes) => later(proposal.openedAt, minutes))
    .sort()
    .slice(remindersSent);
  return reminder !== undefined && reminder < proposal.deadline
    ? { at: reminder, kind: 'reminderDue' }
    : { at: proposal.deadline, kind: 'deadlinePassed' };
}

/** Waits for answers until they decide, reminding on the way, at most to the deadline. */
export async function collectAnswers(desk: Desk, collecting: Collecting): Promise<void> {
  if (!collecting.isOpen) {
    await askEverybody(desk, collecting);
    return;
  }
  const due = nextDue(desk, collecting);
  const { round } = collecting.proposal;
  const isDecided = (): boolean => {
    const phase = desk.phase();
    return phase.kind !== 'collecting' || phase.proposal.round !== round;
  };
  if (!(await desk.waitFor(isDecided, due.at))) desk.apply({ kind: due.kind });
}
