import type { SearchAttributePair } from '@temporalio/common';
import type { MeetingState } from '../domain/meeting/state.ts';
import { everybody } from '../domain/meeting/people.ts';
import { toView } from '../domain/meeting/to-view.ts';
import { waitingFor } from '../domain/meeting/waiting-for.ts';
import {
  attendeesAttribute,
  organizerAttribute,
  startAttribute,
  statusAttribute,
  waitingForAttribute,
} from './search-attributes.ts';

/** By what a meeting is found in lists. */
export function searchAttributesOf(state: MeetingState): SearchAttributePair[] {
  const view = toView(state);
  const start = view.booking?.slot.start ?? view.proposal?.slots[0]?.start;
  return [
    { key: organizerAttribute, value: view.organizer.id },
    {
      key: attendeesAttribute,
      value: everybody(view)
        .slice(1)
        .map(({ id }) => id),
    },
    { key: waitingForAttribute, value: [...waitingFor(view)] },
    { key: statusAttribute, value: view.status },
    ...(start === undefined ? [] : [{ key: startAttribute, value: new Date(start) }]),
  ];
}
