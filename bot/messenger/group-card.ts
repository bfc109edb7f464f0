import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { groupMeetingCard } from '../cards/group-meeting-card.ts';
import { cardActivity } from './card-activity.ts';
import type { CardRecords } from './card-records.ts';
import type { Connector } from './connector.ts';

/** Brings the card in the chat where the meeting was asked for up to date, if there is one and it is older. */
export async function updateGroupCard(
  services: { readonly connector: Connector; readonly records: CardRecords },
  view: MeetingView,
): Promise<void> {
  const { connector, records } = services;
  const before = await records.groupCard(view.meetingId);
  if (before === undefined || before.version >= view.version) return;
  const card = groupMeetingCard(view, before.viewerIds);
  const sent = await connector.update(before, before.activityId, cardActivity(card));
  if (sent.kind === 'sent') await records.keepGroupCard(view.meetingId, { ...before, version: view.version });
  else await records.forgetGroupCard(view.meetingId);
}
