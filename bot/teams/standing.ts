import { waitingFor } from '../../workflows/domain/meeting/waiting-for.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Pending } from '../language/meaning/act.ts';
import type { BotServices } from './bot-services.ts';
import type { Sender } from './sender.ts';
import type { Shown } from './shown.ts';

/** What stands open for somebody in a chat beside the wish that is being talked about. */
export interface Standing {
  readonly pending: Exclude<Pending, 'wish'>;
  /** The one meeting that it is about. */
  readonly view?: MeetingView;
}

const nothing: Standing = { pending: 'nothing' };

function kindOf(view: MeetingView, { personId }: Sender): Standing['pending'] {
  const isOwn = view.organizer.id === personId;
  if (!isOwn && waitingFor(view).includes(personId)) return 'asked';
  if (view.outcome !== undefined) return 'nothing';
  if (view.status === 'confirmed') return 'booked';
  return isOwn && view.status === 'proposed' ? 'proposed' : 'nothing';
}

/**
 * What stands open: what the card just before asked about, the meeting whose card came last into this chat, else what waits for the sender's answer. One look
 * into the store, and one at a meeting or a list.
 */
export async function standingOf(
  services: BotServices,
  sender: Sender,
  shown: Shown | undefined,
): Promise<Standing> {
  const { meetings, records } = services;
  const { caller, personId, place } = sender;
  if (shown !== undefined) {
    const [action] = shown.actions;
    const asked =
      action !== undefined && 'meetingId' in action
        ? await meetings.get(caller, { meetingId: action.meetingId })
        : undefined;
    return { pending: 'shown', ...(asked?.ok === true ? { view: asked.value } : {}) };
  }
  const meetingId = await records.lastShown(place.conversationId, personId);
  if (meetingId !== undefined) {
    const shown = await meetings.get(caller, { meetingId });
    if (shown.ok) return { pending: kindOf(shown.value, sender), view: shown.value };
  }
  if (!sender.isPersonal) return nothing;
  const waiting = await meetings.views(caller, { which: 'waitingForMe', pageSize: 2 });
  if (!waiting.ok) return nothing;
  const asked = waiting.value.meetings.filter((view) => kindOf(view, sender) === 'asked');
  if (asked.length === 0) return nothing;
  return { pending: 'asked', ...(asked.length === 1 ? { view: asked[0] } : {}) };
}
