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

const givenNames =
  'Ada Ben Chloe Dev Ella Finn Gina Hugo Ines Jonas Kira Liam Maya Nils Olga Pablo Quinn Rosa Sven Tara Umar Vera Wim Xenia Yusuf Zara'.split(
    ' ',
  );
const familyStarts = 'Ab Bran Cor Dal Ek Fal Gar Hol Iv Jan Kor Lam Mor Nor Or Pet Ros Sal Tor Van'.split(
  ' ',
);
const familyEnds = 'ado berg cini dale erson ford gren holm insky kova lund mann nelli owitz'.split(' ');
const settingsOfZones = zoneNames.map((zoneName) => standardSettings(zoneName));

/** Name of the nth person of a crowd; each name is borne by several in a large one. */
export function crowdName(position: number): { readonly givenName: string; readonly surname: string } {
  const family = Math.floor(position / givenNames.length);
  const start = familyStarts[family % familyStarts.length] ?? '';
  const end = familyEnds[Math.floor(family / familyStarts.length) % familyEnds.length] ?? '';
  return { givenName: givenNames[position % givenNames.length] ?? '', surname: `${start}${end}` };
}

function crowdMailbox(position: number): Mailbox {
  const mail = crowdAddress(position);
  const id = stableGuid(mail);
  const { givenName, surname } = crowdName(position);
  const displayName = `${givenName} ${surname}`;
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
      givenName,
      surname,
      businessPhones: [],
      accountEnabled: true,
      userType: 'Member',
    },
    // One object for all of a zone: a hundred thousand people are to fit in memory.
    settings: settingsOfZones[position % zoneNames.length] ?? standardSettings('UTC'),
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
  const together = eventsEach === 0 ? 1000 : 1;
  for (let first = 0; first < people; first += together) {
    world.database.transaction(() => {
      const end = Math.min(people, first + together);
      for (let position = first; position < end; position += 1) addPerson(world, position, eventsEach);
    });
    world.database.flush();
  }
}
