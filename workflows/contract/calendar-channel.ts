/** The pub/sub channel that announces changes in the calendar of a person or room, by their id. */
export function calendarChannel(ownerId: string): string {
  return `calendar:${ownerId}`;
}
