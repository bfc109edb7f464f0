/** Where the shared store keeps which meeting an event belongs to, for notifications that name only the event. */
export function eventKey(eventId: string): string {
  return `event:${eventId}`;
}
