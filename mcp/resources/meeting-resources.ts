import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';
import { assentIcon, iconOf } from '../offer/icons.ts';
import type { RequestScope, ServedResource, ServedTemplate } from '../offer/offer.ts';
import type { ReadDay } from './calendar-day.ts';
import { jsonContents } from './json-contents.ts';
import { readFailure } from './problem-error.ts';
import { calendarTemplate, inboxUri, meetingTemplate, parseResourceUri } from './uri.ts';

export interface MeetingResourceServices {
  readonly dispatch: Dispatch;
  readonly readDay: ReadDay;
  readonly operations: Readonly<Record<'get' | 'list', ServedOperation>>;
}

/** The resources about meetings and calendars, read through the same operations as the tools. */
export function meetingResources({ dispatch, readDay, operations }: MeetingResourceServices): {
  readonly resources: readonly ServedResource[];
  readonly templates: readonly ServedTemplate[];
} {
  function run(served: ServedOperation, input: Fields, scope: RequestScope): Promise<Result<Fields>> {
    const { identity, correlationId } = scope;
    return dispatch({ identity, served, input, correlationId });
  }

  async function contents(uri: string, reading: Promise<Result<Fields>>) {
    const result = await reading;
    if (!result.ok) throw readFailure(uri, result.problem);
    return jsonContents(uri, result.value);
  }

  return {
    resources: [
      {
        definition: {
          uri: inboxUri,
          name: 'inbox',
          title: 'My meetings',
          description:
            'Meetings that you organize or are asked in, newest first; fires on every change of one.',
          mimeType: 'application/json',
          icons: [iconOf('list_meetings')],
        },
        read: (scope) => contents(inboxUri, run(operations.list, { which: 'all' }, scope)),
      },
    ],
    templates: [
      {
        definition: {
          uriTemplate: meetingTemplate,
          name: 'meeting',
          title: 'A meeting',
          description: 'Where a meeting stands; fires on every version.',
          mimeType: 'application/json',
          icons: [assentIcon],
        },
        read: (uri, scope) => {
          const target = parseResourceUri(uri);
          if (target?.kind !== 'meeting') return undefined;
          return contents(uri, run(operations.get, { meetingId: target.meetingId }, scope));
        },
      },
      {
        definition: {
          uriTemplate: calendarTemplate,
          name: 'calendar',
          title: "A day of somebody's calendar",
          description:
            'When a person or room is free or busy on a local date (YYYY-MM-DD); status only. Fires when their calendar was changed.',
          mimeType: 'application/json',
          icons: [iconOf('get_availability')],
        },
        read: (uri, scope) => {
          const target = parseResourceUri(uri);
          if (target?.kind !== 'calendar') return undefined;
          return contents(uri, readDay(target.person, target.date, scope));
        },
      },
    ],
  };
}
