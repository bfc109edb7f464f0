/** Where the shared pub/sub tells that something changed in the calendar of a person or room, by their id. */
export function calendarChannel(ownerId: string): string {
  return `calendar:${ownerId}`;
}
