import { isRefusal } from '../../workflows/ports/service-error.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { isGuest } from '../../workflows/domain/people/person.ts';

/** Whether the first may arrange meetings in the name of the second. */
export type Delegation = (who: Person, organizer: Person) => Promise<boolean>;

/**
 * Delegates are those whom the organizer has let write to their calendar, and those that the installation lists, as
 * `delegate=organizer` by mail address. Read anew each time; a calendar that does not tell has none.
 */
export function createDelegation(input: {
  readonly calendar: Pick<Calendar, 'delegates'>;
  readonly listed: readonly string[];
}): Delegation {
  const listed = new Set(input.listed.map((pair) => pair.toLowerCase().replace(/\s*=\s*/, '=')));
  return async (who, organizer) => {
    if (isGuest(who.id) || isGuest(organizer.id)) return false;
    const mail = who.mail.toLowerCase();
    if (listed.has(`${mail}=${organizer.mail.toLowerCase()}`)) return true;
    try {
      return (await input.calendar.delegates({ ownerId: organizer.id })).includes(mail);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return false;
    }
  };
}
