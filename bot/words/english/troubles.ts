import type { ServiceName, ServiceReason } from '../../../workflows/domain/meeting/service-problem.ts';

const names: Readonly<Record<ServiceName, string>> = {
  calendar: 'the calendar',
  directory: 'the directory',
  tasks: 'the task plan',
  mail: 'the mailbox',
  teams: 'Teams',
  microsoft365: 'Microsoft 365',
  assent: 'Assent',
};

function first(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What a service refused. */
function service(name: ServiceName, reason: ServiceReason): string {
  const it = names[name];
  switch (reason) {
    case 'unavailable':
      return `${first(it)} couldn’t be reached. Please try again later.`;
    case 'throttled':
      return `${first(it)} is too busy. Please try again later.`;
    case 'notFound':
      return name === 'teams' ? 'They have no chat with Assent in Teams.' : `It’s no longer in ${it}.`;
    case 'forbidden':
      return `Assent has no permission for that in ${it}. An administrator can grant it.`;
    case 'conflict':
      return name === 'mail'
        ? 'It isn’t known whether the mail was sent, so it won’t be sent again.'
        : `It was changed in ${it} in the meantime.`;
    case 'invalid':
      return name === 'assent' ? 'Assent can’t search by these wishes.' : `${first(it)} refused this.`;
    case 'notInstalled':
      return 'Assent isn’t installed for them in Teams.';
    case 'blocked':
      return 'They don’t accept messages from Assent in Teams.';
    case 'notSetUp':
      return name === 'mail'
        ? 'Assent has no mailbox to send mail from.'
        : `Assent isn’t set up to use ${it}.`;
  }
}

/** What the organizer should know. */
export const troubles = {
  service,
  declined: (who: string, inCalendar: boolean) =>
    inCalendar ? `${who} declined in their calendar.` : `${who} declined after the meeting was booked.`,
  moved: (slot: string) => `The meeting was moved in the calendar to ${slot}.`,
  deleted: 'The meeting is no longer in the calendar.',
  conflict: (who: string) => `${who} has another appointment at the time of the meeting.`,
  /** Why follows. */
  undelivered: {
    mail: (who: string) => `${who} was asked by mail.`,
    unreached: (who: string) => `${who} couldn’t be asked.`,
  },
};
