/** Where the bot's web server takes Microsoft Graph's notifications of changed calendars. */
export const graphNotificationPath = '/graph/notifications';

/** The address that Graph posts to, behind the bot's public root (`GRAPH_NOTIFICATION_URL`, without that path). */
export function graphNotificationAddress(root: string): string {
  return `${root}${graphNotificationPath}`;
}
