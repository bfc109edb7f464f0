import { companyDomain } from './company.ts';
import { stableGuid } from './access/tenant.ts';
import { createEvent } from './events/event-create.ts';
import { readEventBody } from './events/event-input.ts';
import { standardSettings, type Mailbox } from './directory/mailbox.ts';
import type { EmulatorState } from './emulator-state.ts';

const dayMs = 86_400_000;
const zoneNames = [
  'W. Europe Standard Time',
  'Eastern Standard Time',
  'India Standard Time',
  'GMT Standard Time',
];
const spreadDays = 70;

/** Address of the nth person of a crowd, from 0. */
export function crowdAddress(position: number): string {
  return `crowd-${String(position).padStart(5, '0')}@${companyDomain}`;
}

function crowdMailbox(position: number): Mailbox {
  const mail = crowdAddress(position);
  const id = stableGuid(mail);
  const displayName = `Crowd ${position}`;
  const zoneName = zoneNames[position % zoneNames.length] ?? 'UTC';
  return {
    id,
    kind: 'user',
    mail,
    displayName,
    profile: {
      id,
      displayName,
      mail,
      userPrincipalName: mail,
      givenName: 'Crowd',
      surname: String(position),
      businessPhones: [],
    },
    settings: standardSettings(zoneName),
  };
}

function addPerson(world: EmulatorState, position: number, eventsEach: number): void {
  const today = Math.floor(world.now().getTime() / dayMs);
  const mailbox = crowdMailbox(position);
  if (world.directory.find(mailbox.id) !== undefined) return;
  world.directory.add(mailbox);
  for (let count = 0; count < eventsEach; count += 1) {
    const day = today - spreadDays / 2 + Math.floor((count * spreadDays) / eventsEach);
    const startMs = day * dayMs + (8 + ((count * 7 + position) % 9)) * 3_600_000;
    const body = readEventBody({
      subject: `Meeting ${count}`,
      location: { displayName: 'Somewhere' },
      start: { dateTime: new Date(startMs).toISOString(), timeZone: 'UTC' },
      end: { dateTime: new Date(startMs + 3_600_000).toISOString(), timeZone: 'UTC' },
    });
    createEvent(world, mailbox, body);
  }
}

/** Many people with many events each, spread over ten weeks around today: for benches. */
export function fillCrowd(world: EmulatorState, people: number, eventsEach: number): void {
  for (let position = 0; position < people; position += 1) {
    world.database.transaction(() => {
      addPerson(world, position, eventsEach);
    });
    world.database.flush();
  }
}
