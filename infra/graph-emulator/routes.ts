import { deltaRoutes } from './events/delta.ts';
import { eventRoutes } from './events/event-routes.ts';
import { meetingTimeRoutes } from './schedule/find-meeting-times.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { settingsRoutes } from './directory/mailbox-settings.ts';
import { onlineMeetingRoutes } from './online-meetings/online-meeting-routes.ts';
import { calendarPermissionRoutes } from './directory/calendar-permissions.ts';
import { placeRoutes } from './directory/place-routes.ts';
import { planRoutes } from './planner/planner-plans.ts';
import { taskRoutes } from './planner/planner-tasks.ts';
import { groupRoutes } from './directory/group-routes.ts';
import { relevantPeopleRoutes } from './directory/relevant-people.ts';
import type { GraphRoute } from './route.ts';
import { scheduleRoutes } from './schedule/schedule.ts';
import { subscriptionRoutes } from './subscriptions/subscription-routes.ts';
import { teamRoutes } from './teams/team-routes.ts';
import { userRoutes } from './directory/user-routes.ts';

/** Every operation of Graph v1.0 that the emulator knows, save `$batch`. */
export const graphRoutes: readonly GraphRoute[] = [
  ...userRoutes,
  ...groupRoutes,
  ...relevantPeopleRoutes,
  ...settingsRoutes,
  ...calendarPermissionRoutes,
  ...placeRoutes,
  ...scheduleRoutes,
  ...eventRoutes,
  ...mailRoutes,
  ...planRoutes,
  ...taskRoutes,
  ...deltaRoutes,
  ...subscriptionRoutes,
  ...teamRoutes,
  ...meetingTimeRoutes,
  ...onlineMeetingRoutes,
];
