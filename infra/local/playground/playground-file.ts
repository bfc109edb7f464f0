import type { CompanyPerson } from '../../graph-emulator/company.ts';
import { companyPeople } from '../../graph-emulator/company.ts';
import { stableGuid, tenantId } from '../../graph-emulator/access/tenant.ts';

/** The id by which Teams knows somebody towards the bot, the same in every playground. */
function userIdOf(person: CompanyPerson): string {
  return `29:${person.id}`;
}

/** Teams' id of the local bot. */
const botUserId = `28:${stableGuid('bot')}`;

/** Somebody's one-to-one chat with the bot. */
function personalChatId(person: CompanyPerson): string {
  return `a:personal-${person.id}`;
}

function playgroundUser(person: CompanyPerson) {
  return {
    id: userIdOf(person),
    name: person.displayName,
    // Spelled so in the playground's own schema.
    userPrincipleName: person.userPrincipalName,
    aadObjectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.mail,
  };
}

/** The playground wants exactly five people beside the one who types. */
const others = 5;

/**
 * The configuration of Microsoft's Agents Playground in which `person` types, as JSON, which is YAML too. Chats of
 * several people are not shared between playgrounds, so each has one of its own.
 */
export function playgroundFile(person: CompanyPerson): string {
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: botUserId, name: 'Assent' },
    currentUser: playgroundUser(person),
    users: companyPeople
      .filter(({ id }) => id !== person.id)
      .slice(0, others)
      .map(playgroundUser),
    personalChat: { id: personalChatId(person) },
    groupChat: { id: `19:budget-${person.id}@thread.v2`, name: 'Q3 Budget' },
    team: {
      id: `19:general-${person.id}@thread.tacv2`,
      name: 'Contoso',
      aadGroupId: stableGuid('group/everybody'),
      channels: [{ id: `19:announcements-${person.id}@thread.tacv2`, name: 'Announcements' }],
    },
  });
}

/** What Teams posts to the bot when somebody gets the app; the playground itself waits until its page is opened. */
export function installation(person: CompanyPerson, serviceUrl: string): Readonly<Record<string, unknown>> {
  const user = playgroundUser(person);
  return {
    type: 'installationUpdate',
    action: 'add',
    id: `install-${person.id}`,
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-GB',
    from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId },
    recipient: { id: botUserId, name: 'Assent' },
    conversation: { id: personalChatId(person), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}
