/**
 * The permissions that let a caller do something: any one of them, per kind of token. An empty list means that this
 * kind of token cannot do it at all. Names: contract, permissions.json (2026-08-07).
 */
export interface NeededPermissions {
  readonly application: readonly string[];
  readonly delegated: readonly string[];
  /** Which service refuses, as its error body differs. */
  readonly service: 'directory' | 'outlook' | 'planner' | 'teams';
  /** Delegated tokens reach only the signed-in person's own mailbox, unless a permission ends in `.Shared`. */
  readonly ownOnly?: boolean;
}

function both(
  service: NeededPermissions['service'],
  names: readonly string[],
  ownOnly = false,
): NeededPermissions {
  return { application: names, delegated: names, service, ownOnly };
}

const calendarReaders = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
const sharedReaders = ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'];

export const calendarsRead: NeededPermissions = {
  application: calendarReaders,
  delegated: [...calendarReaders, ...sharedReaders],
  service: 'outlook',
  ownOnly: true,
};
export const calendarsWrite: NeededPermissions = {
  application: ['Calendars.ReadWrite'],
  delegated: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'],
  service: 'outlook',
  ownOnly: true,
};
export const scheduleRead = both('outlook', calendarReaders, true);
export const meetingTimesRead: NeededPermissions = {
  application: [],
  delegated: sharedReaders,
  service: 'outlook',
};
export const settingsRead = both('outlook', ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], true);
export const settingsWrite = both('outlook', ['MailboxSettings.ReadWrite'], true);
export const mailSend = both('outlook', ['Mail.Send'], true);
export const usersRead = both('directory', [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]);
export const selfRead: NeededPermissions = {
  ...usersRead,
  delegated: [...usersRead.delegated, 'User.Read', 'User.ReadWrite'],
};
export const membersRead = both('directory', [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.ReadBasic.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
]);
export const groupsRead = both('directory', [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]);
export const memberOfRead = both('directory', [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]);
/** Somebody else's people need `People.Read.All`. */
export const peopleRead: NeededPermissions = {
  application: ['People.Read.All'],
  delegated: ['People.Read', 'People.Read.All'],
  service: 'outlook',
};
export const placesRead = both('outlook', ['Place.Read.All', 'Place.ReadWrite.All']);
export const tasksRead: NeededPermissions = {
  application: ['Tasks.Read.All', 'Tasks.ReadWrite.All'],
  delegated: ['Tasks.Read', 'Tasks.ReadWrite', 'Group.Read.All', 'Group.ReadWrite.All'],
  service: 'planner',
};
export const tasksWrite: NeededPermissions = {
  application: ['Tasks.ReadWrite.All'],
  delegated: ['Tasks.ReadWrite', 'Group.ReadWrite.All'],
  service: 'planner',
};
export const onlineMeetingsWrite: NeededPermissions = {
  application: ['OnlineMeetings.ReadWrite.All'],
  delegated: ['OnlineMeetings.ReadWrite'],
  service: 'teams',
  ownOnly: true,
};
export const onlineMeetingsRead: NeededPermissions = {
  application: ['OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All'],
  delegated: ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'],
  service: 'teams',
  ownOnly: true,
};

const installers = [
  'TeamsAppInstallation.ReadWriteSelfForUser',
  'TeamsAppInstallation.ReadWriteForUser',
  'TeamsAppInstallation.ReadWriteSelectedForUser',
  'TeamsAppInstallation.ManageSelectedForUser',
  'TeamsAppInstallation.ReadWriteAndConsentForUser',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser',
];

export const appsInstall: NeededPermissions = {
  application: installers.map((name) => `${name}.All`),
  delegated: installers,
  service: 'teams',
};
export const appsRead: NeededPermissions = {
  application: [
    ...appsInstall.application,
    'TeamsAppInstallation.ReadForUser.All',
    'TeamsAppInstallation.Read.All',
  ],
  delegated: [...appsInstall.delegated, 'TeamsAppInstallation.ReadForUser'],
  service: 'teams',
};
export const teamMembersRead: NeededPermissions = {
  application: ['TeamMember.Read.Group', 'TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
  delegated: ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
  service: 'teams',
};
export const chatMembersRead: NeededPermissions = {
  application: [
    'ChatMember.Read.All',
    'ChatMember.ReadWrite.All',
    'Chat.Manage.Chat',
    'Chat.Read.All',
    'Chat.ReadBasic.All',
    'Chat.ReadWrite.All',
    'ChatMember.Read.Chat',
  ],
  delegated: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite', 'ChatMember.Read', 'ChatMember.ReadWrite'],
  service: 'teams',
};
