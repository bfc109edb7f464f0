import type { AnnouncedVersion } from '../../workflows/contract/activities.ts';
import type { Reached } from '../../workflows/domain/meeting/event.ts';
import type { Announcement } from '../../workflows/domain/meeting/announcements.ts';
import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { isGuest } from '../../workflows/domain/people/person.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { later } from '../../workflows/domain/time/later.ts';
import { isRefusal } from '../../workflows/ports/service-error.ts';
import { inParallel } from './in-parallel.ts';
import type { MeetingPorts } from './meeting-ports.ts';

type Ports = Pick<MeetingPorts, 'messenger' | 'mailer' | 'mailWriter' | 'answerLinks' | 'projections'>;

const atOnce = 8;
const noMailbox: ServiceProblem = { service: 'mail', reason: 'notSetUp' };
const daysAfterDeadlineMinutes = 7 * 24 * 60;

function recipientOf(view: MeetingView, announcement: Announcement): Person | undefined {
  return everybody(view).find(({ id }) => id === announcement.recipientId);
}

/** News need no answer, and so no link. */
function linkFor({ answerLinks }: Ports, view: MeetingView, { purpose, recipientId }: Announcement) {
  return purpose === 'tell'
    ? undefined
    : answerLinks.link({
        meetingId: view.meetingId,
        personId: recipientId,
        expiresAt: later(view.proposal?.deadline ?? view.updatedAt, daysAfterDeadlineMinutes),
      });
}

/** By mail; `whyNotTeams` where Teams was tried. */
async function byMail(
  ports: Ports,
  view: MeetingView,
  announcement: Announcement,
  person: Person,
  whyNotTeams?: ServiceProblem,
): Promise<Reached> {
  const { mailer, mailWriter } = ports;
  const personId = person.id;
  if (mailer === undefined) {
    return { personId, by: 'unreached', problem: whyNotTeams ?? noMailbox };
  }
  try {
    const link = linkFor(ports, view, announcement);
    const text = await mailWriter.write({ view, recipient: person, announcement, link });
    await mailer.send({
      // A question is asked once in a round, whatever version it is sent for.
      idempotencyKey: [
        view.meetingId,
        announcement.purpose,
        announcement.purpose === 'ask' ? (view.proposal?.round ?? 0) : view.version,
        personId,
      ].join('/'),
      to: [{ address: person.mail, name: person.displayName }],
      ...text,
    });
    return { personId, by: 'mail', problem: whyNotTeams };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { personId, by: error.reason === 'conflict' ? 'mail' : 'unreached', problem: error.problem };
  }
}

async function deliverOne(
  ports: Ports,
  view: MeetingView,
  announcement: Announcement,
): Promise<Reached | undefined> {
  const person = recipientOf(view, announcement);
  if (person === undefined) return undefined;
  const isMailWorthy = announcement.purpose !== 'update';
  const { messenger } = ports;
  if (messenger === undefined || isGuest(person.id)) {
    return isMailWorthy ? byMail(ports, view, announcement, person) : undefined;
  }
  let whyNot: ServiceProblem;
  try {
    const receipt = await messenger.deliver({ view, ...announcement });
    if (receipt.kind === 'delivered') return { personId: person.id, by: 'teams' };
    whyNot = receipt.problem;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    whyNot = error.problem;
  }
  return isMailWorthy ? byMail(ports, view, announcement, person, whyNot) : undefined;
}

/**
 * Publishes the version and brings it to everybody: by Teams, else by mail with a link of their own. Tells how those
 * who were asked or reminded were reached. When one cannot be reached for now, all others are first.
 */
export async function deliver(
  ports: Ports,
  { view, announcements }: AnnouncedVersion,
): Promise<readonly Reached[]> {
  await ports.projections.publish(view);
  const reached = await inParallel(announcements, atOnce, async (announcement) => {
    const one = await deliverOne(ports, view, announcement);
    return announcement.purpose === 'ask' || announcement.purpose === 'remind' ? one : undefined;
  });
  return reached.filter((one) => one !== undefined);
}
