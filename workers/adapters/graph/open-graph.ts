import type { graph } from '../../../infra/runtime/config/graph.ts';
import type { ValuesOf } from '../../../infra/runtime/config/section.ts';
import { graphNotificationAddress } from '../../../infra/runtime/graph-notification-address.ts';
import type { Log } from '../../../infra/runtime/log.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { CalendarChanges } from '../../../workflows/ports/calendar-changes.ts';
import type { Calendar } from '../../../workflows/ports/calendar.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import type { Mailer } from '../../../workflows/ports/mailer.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import type { Tasks } from '../../../workflows/ports/tasks.ts';
import { createGraphCalendar } from './calendar/calendar.ts';
import { readDelegates } from './calendar/delegates.ts';
import { createGraphDirectory } from './directory/directory.ts';
import { installTeamsApp } from './directory/teams-app.ts';
import { createGraphMailer } from './mail/mailer.ts';
import { createCalendarChanges } from './notifications/calendar-changes.ts';
import { createGraphTasks } from './planner/tasks.ts';
import { tokenSourceOf } from './sign-in/token-source.ts';
import type { TokenSource } from './sign-in/token-source.ts';
import { createGraph } from './transport/graph.ts';

/** People and rooms change rarely; somebody new is found within five minutes. */
const directoryCacheMs = 5 * 60_000;

/** Microsoft 365 behind the ports; what the configuration leaves out is not there. */
export interface Microsoft365 {
  readonly calendar: Calendar;
  readonly directory: Directory;
  /** Where `GRAPH_PLAN_ID` is set. */
  readonly tasks?: Tasks;
  /** Where `GRAPH_MAIL_SENDER` is set. */
  readonly mailer?: Mailer;
  /** Where `GRAPH_NOTIFICATION_URL` is set. */
  readonly changes?: CalendarChanges;
  /** Where `BOT_TEAMS_APP_ID` is set: installs the Teams app for somebody and gives the id of their chat with it. */
  readonly installApp?: (personId: PersonId) => Promise<string>;
}

/**
 * Microsoft Graph as the configuration says, for any process.
 *
 * @example openGraph({ settings: config.graph, teamsAppId: config.bot.teamsAppId, store, log })
 */
export function openGraph(input: {
  readonly settings: ValuesOf<(typeof graph)['variables']>;
  /** The app's id in the organisation's catalogue. */
  readonly teamsAppId?: string;
  readonly store: Store;
  readonly log: Log;
  /** Whose access everything is read with; the application's own where it is absent. */
  readonly readAs?: TokenSource;
}): Microsoft365 {
  const { settings, teamsAppId, store, log, readAs } = input;
  const { baseUrl, planId, bucketId, mailSender, notificationUrl } = settings;
  const application = createGraph({ baseUrl, tokenSource: tokenSourceOf(settings), log });
  const reader = readAs === undefined ? application : createGraph({ baseUrl, tokenSource: readAs, log });
  return {
    // Who is whose delegate decides what they may do here, and is not theirs to read.
    calendar: {
      ...createGraphCalendar(reader),
      delegates: (owner) => readDelegates(application, owner),
    },
    directory: createGraphDirectory(reader, { cacheMs: directoryCacheMs }),
    tasks: planId === undefined ? undefined : createGraphTasks(reader, { planId, bucketId, store }),
    mailer: mailSender === undefined ? undefined : createGraphMailer(reader, { senderId: mailSender, store }),
    // A subscription is shared by everyone, so it always belongs to the application.
    changes:
      notificationUrl === undefined
        ? undefined
        : createCalendarChanges(application, {
            store,
            notificationUrl: graphNotificationAddress(notificationUrl),
            log,
          }),
    installApp:
      teamsAppId === undefined
        ? undefined
        : async (personId) => (await installTeamsApp(application, { personId, teamsAppId })).chatId,
  };
}
