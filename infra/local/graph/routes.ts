import { deltaRoutes } from './delta.ts';
import { eventRoutes } from './event-routes.ts';
import { meetingTimeRoutes } from './find-meeting-times.ts';
import { mailRoutes } from './mail-routes.ts';
import { settingsRoutes } from './mailbox-settings.ts';
import { onlineMeetingRoutes } from './online-meeting-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { planRoutes } from './planner-plans.ts';
import { taskRoutes } from './planner-tasks.ts';
import type { GraphRoute } from './route.ts';
import { scheduleRoutes } from './schedule.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Every operation of Graph v1.0 that the emulator knows, save `$batch`. */
export const graphRoutes: readonly GraphRoute[] = [
  ...userRoutes,
  ...settingsRoutes,
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
