import type { Announcement } from '../../workflows/contract/activities.ts';
import type { Reached } from '../../workflows/domain/meeting/event.ts';
import type { Notice } from '../../workflows/domain/meeting/announcements.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { isGuest } from '../../workflows/domain/people/person.ts';
import { later } from '../../workflows/domain/time/later.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';
import { mayPass } from './as-activity.ts';
import { inParallel } from './in-parallel.ts';
import { newsMail, questionMail } from './mail-text.ts';
import type { MeetingPorts } from './meeting-ports.ts';

type Ports = Pick<MeetingPorts, 'messenger' | 'mailer' | 'answerLinks' | 'projections'>;

const atOnce = 8;
const daysAfterDeadlineMinutes = 7 * 24 * 60;

function recipientOf(view: MeetingView, notice: Notice): Person | undefined {
  return [view.organizer, ...view.attendees.map(({ person }) => person)].find(
    ({ id }) => id === notice.recipientId,
  );
}

function mailOf(ports: Ports, view: MeetingView, notice: Notice, person: Person) {
  if (notice.purpose === 'tell') return newsMail(view, person, notice.message ?? view.outcome ?? '');
  const link = ports.answerLinks.link({
    meetingId: view.meetingId,
    personId: person.id,
    expiresAt: later(view.proposal?.deadline ?? view.updatedAt, daysAfterDeadlineMinutes),
  });
  return questionMail(view, person, link, notice.purpose === 'remind');
}

/** By mail; `whyNotTeams` is told to the organizer, where Teams was tried. */
async function byMail(
  ports: Ports,
  view: MeetingView,
  notice: Notice,
  person: Person,
  whyNotTeams?: string,
): Promise<Reached> {
  const { mailer } = ports;
  const personId = person.id;
  const why = whyNotTeams === undefined ? {} : { problem: whyNotTeams };
  if (mailer === undefined) {
    return { personId, by: 'unreached', problem: whyNotTeams ?? 'no mailbox is set up for mails to guests.' };
  }
  try {
    await mailer.send({
      // A question is asked once in a round, whatever version it is sent for.
      idempotencyKey: [
        view.meetingId,
        notice.purpose,
        notice.purpose === 'ask' ? (view.proposal?.round ?? 0) : view.version,
        personId,
      ].join('/'),
      to: [{ address: person.mail, name: person.displayName }],
      ...mailOf(ports, view, notice, person),
    });
    return { personId, by: 'mail', ...why };
  } catch (error) {
    if (!(error instanceof ServiceError) || mayPass(error)) throw error;
    return { personId, by: error.reason === 'conflict' ? 'mail' : 'unreached', problem: error.message };
  }
}

async function deliverOne(ports: Ports, view: MeetingView, notice: Notice): Promise<Reached | undefined> {
  const person = recipientOf(view, notice);
  if (person === undefined) return undefined;
  const isMailWorthy = notice.purpose !== 'update';
  const { messenger } = ports;
  if (messenger === undefined || isGuest(person.id)) {
    return isMailWorthy ? byMail(ports, view, notice, person) : undefined;
  }
  let whyNot: string;
  try {
    const receipt = await messenger.deliver({ view, ...notice });
    if (receipt.kind === 'delivered') return { personId: person.id, by: 'teams' };
    whyNot = receipt.reason;
  } catch (error) {
    if (!(error instanceof ServiceError) || mayPass(error)) throw error;
    whyNot = error.message;
  }
  return isMailWorthy ? byMail(ports, view, notice, person, whyNot) : undefined;
}

/**
 * Publishes the version and brings it to everybody: by Teams, else by mail with a link of their own. Tells how those
 * who were asked or reminded were reached. When one cannot be reached for now, all others are first.
 */
export async function deliver(ports: Ports, { view, notices }: Announcement): Promise<readonly Reached[]> {
  await ports.projections.publish(view);
  const reached = await inParallel(notices, atOnce, async (notice) => {
    const one = await deliverOne(ports, view, notice);
    return notice.purpose === 'ask' || notice.purpose === 'remind' ? one : undefined;
  });
  return reached.filter((one) => one !== undefined);
}
