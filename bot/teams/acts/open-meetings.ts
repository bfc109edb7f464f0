import type { ListInput } from '../../../workers/client/meetings.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { instantOf } from '../../../workflows/domain/time/instant.ts';
import type { ActTurn } from './act-turn.ts';
import { isOpen } from './meeting-act.ts';

const pageSize = 100;
/** A thousand open meetings are more than anybody has. */
const mostPages = 10;
/** A meeting that began yesterday may still be going on. */
const dayMs = 24 * 60 * 60_000;

async function everyPage(
  { services, sender }: Pick<ActTurn, 'services' | 'sender'>,
  filter: Pick<ListInput, 'status' | 'startsAfter'>,
  pages = mostPages,
): Promise<Result<readonly MeetingView[]>> {
  const all: MeetingView[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const listed = await services.meetings.views(sender.caller, {
      ...filter,
      which: 'all',
      pageSize,
      pageToken,
    });
    if (!listed.ok) return listed;
    all.push(...listed.value.meetings);
    pageToken = listed.value.nextPageToken;
    if (pageToken === undefined) break;
  }
  return { ok: true, value: all };
}

/** What is over is asked about while people remember it. */
const pastPages = 2;

/** The latest of the sender's meetings, whatever became of them. */
export async function latestMeetings(turn: ActTurn): Promise<Result<readonly MeetingView[]>> {
  return await everyPage(turn, {}, pastPages);
}

/** Every meeting that words of the sender may be about: their own and others', being agreed on or still to come. */
export async function openMeetings(turn: ActTurn): Promise<Result<readonly MeetingView[]>> {
  const startsAfter = instantOf(Date.parse(turn.services.now()) - dayMs);
  const [agreed, booked] = await Promise.all([
    everyPage(turn, { status: ['searching', 'proposed', 'unschedulable'] }),
    everyPage(turn, { status: ['confirmed'], startsAfter }),
  ]);
  if (!agreed.ok) return agreed;
  if (!booked.ok) return booked;
  // A list may lag behind what was just done.
  const standing = turn.standing === undefined ? [] : [turn.standing];
  const byId = new Map([...agreed.value, ...booked.value, ...standing].map((view) => [view.meetingId, view]));
  return { ok: true, value: [...byId.values()].filter(isOpen) };
}
