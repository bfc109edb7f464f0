import { stableGuid } from './access/tenant.ts';
import { standardSettings, workingHours, type Mailbox } from './directory/mailbox.ts';

/** The made-up tenant. */
export const companyDomain = 'contoso.example';

/** One of the twelve people. */
export interface CompanyPerson {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  /** IANA. */
  readonly timeZone: string;
  /** The mailbox's language and region, a BCP 47 tag. */
  readonly locale: keyof typeof languages;
  /** What the mailbox says, Windows for most, as Outlook writes it. */
  readonly mailboxZone: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly city: string;
  readonly workDay: readonly [start: string, end: string];
  readonly workDays: readonly string[];
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** How Outlook writes times for a language and region: the name, Graph's `timeFormat`, Graph's `dateFormat`. */
const languages = {
  'de-DE': ['German (Germany)', 'HH:mm', 'dd.MM.yyyy'],
  'en-GB': ['English (United Kingdom)', 'HH:mm', 'dd/MM/yyyy'],
  'en-IN': ['English (India)', 'h:mm tt', 'dd-MM-yyyy'],
  'en-US': ['English (United States)', 'h:mm tt', 'M/d/yyyy'],
} as const;

const zones = {
  Berlin: ['Europe/Berlin', 'W. Europe Standard Time', 'en-GB'],
  London: ['Europe/London', 'GMT Standard Time', 'en-GB'],
  'New York': ['America/New_York', 'Eastern Standard Time', 'en-US'],
  'Los Angeles': ['America/Los_Angeles', 'Pacific Standard Time', 'en-US'],
  Bengaluru: ['Asia/Kolkata', 'India Standard Time', 'en-IN'],
} as const;

function person(
  displayName: string,
  city: keyof typeof zones,
  jobTitle: string,
  department: string,
  differs: Partial<Pick<CompanyPerson, 'workDay' | 'workDays' | 'mailboxZone' | 'locale'>> = {},
): CompanyPerson {
  const [givenName = '', surname = ''] = displayName.split(' ');
  const mail = `${givenName}.${surname}@${companyDomain}`.toLowerCase();
  const [timeZone, mailboxZone, locale] = zones[city];
  return {
    id: stableGuid(mail),
    displayName,
    givenName,
    surname,
    mail,
    userPrincipalName: mail,
    timeZone,
    locale,
    mailboxZone,
    jobTitle,
    department,
    city,
    workDay: ['09:00', '17:00'],
    workDays: weekdays,
    ...differs,
  };
}

/** The twelve people of the local company, in five zones; two are called Alice, two write German. */
export const companyPeople: readonly CompanyPerson[] = [
  person('Alice Martin', 'Berlin', 'Head of Finance', 'Finance'),
  person('Bob Keller', 'Berlin', 'Product Manager', 'Product', { locale: 'de-DE' }),
  person('Carol Osei', 'London', 'Engineering Lead', 'Engineering'),
  person('Dan Cohen', 'London', 'Designer', 'Product', { workDay: ['10:00', '18:00'] }),
  person('Eve Lindqvist', 'Berlin', 'Engineer', 'Engineering', {
    workDay: ['08:00', '16:00'],
    locale: 'de-DE',
  }),
  person('Ana Souza', 'New York', 'Sales Director', 'Sales', { mailboxZone: 'America/New_York' }),
  person('Farid Rahimi', 'New York', 'Account Manager', 'Sales'),
  person('Grace Okafor', 'London', 'Legal Counsel', 'Legal', { workDays: weekdays.slice(0, 4) }),
  person('Alice Nguyen', 'Los Angeles', 'Engineer', 'Engineering'),
  person('Hiro Tanaka', 'Los Angeles', 'Data Scientist', 'Engineering', { workDay: ['08:00', '16:00'] }),
  person('Priya Raman', 'Bengaluru', 'Engineer', 'Engineering', { workDay: ['10:00', '19:00'] }),
  person('Vikram Shah', 'Bengaluru', 'Support Lead', 'Support', { workDay: ['11:00', '20:00'] }),
];

interface CompanyRoom {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly capacity: number;
  readonly building: string;
  readonly city: keyof typeof zones;
}

function room(
  displayName: string,
  capacity: number,
  building: string,
  city: keyof typeof zones,
): CompanyRoom {
  const mail = `room.${displayName.toLowerCase()}@${companyDomain}`;
  return { id: stableGuid(mail), displayName: `Room ${displayName}`, mail, capacity, building, city };
}

/** Three rooms of different sizes. */
export const companyRooms: readonly CompanyRoom[] = [
  room('Spree', 4, 'Berlin Mitte', 'Berlin'),
  room('Havel', 10, 'Berlin Mitte', 'Berlin'),
  room('Thames', 20, 'London Bridge', 'London'),
];

export interface CompanyGroup {
  readonly id: string;
  readonly displayName: string;
  readonly mailNickname: string;
  readonly members: readonly string[];
}

function group(displayName: string, members: readonly CompanyPerson[]): CompanyGroup {
  const mailNickname = displayName.toLowerCase().replaceAll(' ', '-');
  return {
    id: stableGuid(`group/${mailNickname}`),
    displayName,
    mailNickname,
    members: members.map(({ id }) => id),
  };
}

/** Groups; each is a team with the same id too. */
export const companyGroups: readonly CompanyGroup[] = [
  group('Everybody', companyPeople),
  group(
    'Engineering',
    companyPeople.filter(({ department }) => department === 'Engineering'),
  ),
  group(
    'Q3 Budget',
    companyPeople.filter(
      ({ givenName, surname }) => surname === 'Martin' || ['Bob', 'Carol', 'Ana'].includes(givenName),
    ),
  ),
];

/** The group chat that everybody is in. */
export const companyChatId = `19:${stableGuid('chat/everybody').replaceAll('-', '')}@thread.v2`;

export function mailboxOfPerson(entry: CompanyPerson): Mailbox {
  const [languageName, timeFormat, dateFormat] = languages[entry.locale];
  const settings = standardSettings(
    entry.mailboxZone,
    workingHours(entry.mailboxZone, entry.workDay[0], entry.workDay[1], entry.workDays),
  );
  return {
    id: entry.id,
    kind: 'user',
    mail: entry.mail,
    displayName: entry.displayName,
    profile: {
      businessPhones: [],
      displayName: entry.displayName,
      givenName: entry.givenName,
      jobTitle: entry.jobTitle,
      mail: entry.mail,
      mobilePhone: null,
      officeLocation: entry.city,
      preferredLanguage: entry.locale,
      surname: entry.surname,
      userPrincipalName: entry.userPrincipalName,
      id: entry.id,
      accountEnabled: true,
      city: entry.city,
      companyName: 'Contoso',
      department: entry.department,
      mailNickname: entry.mail.slice(0, entry.mail.indexOf('@')),
      proxyAddresses: [`SMTP:${entry.mail}`],
      userType: 'Member',
    },
    settings: {
      ...settings,
      others: {
        ...settings.others,
        language: { locale: entry.locale, displayName: languageName },
        timeFormat,
        dateFormat,
      },
    },
  };
}

export function mailboxOfRoom(entry: CompanyRoom): Mailbox {
  const [, zoneName] = zones[entry.city];
  const settings = standardSettings(
    zoneName,
    workingHours(zoneName, '00:00', '23:59', [...weekdays, 'saturday', 'sunday']),
  );
  return {
    id: entry.id,
    kind: 'room',
    mail: entry.mail,
    displayName: entry.displayName,
    profile: {
      id: entry.id,
      placeId: entry.id,
      emailAddress: entry.mail,
      displayName: entry.displayName,
      nickname: entry.displayName,
      address: {
        street: '1 Main Street',
        city: entry.city,
        state: null,
        countryOrRegion: null,
        postalCode: null,
      },
      geoCoordinates: null,
      phone: null,
      label: null,
      capacity: entry.capacity,
      building: entry.building,
      floorNumber: 1,
      floorLabel: null,
      isWheelChairAccessible: true,
      bookingType: 'standard',
      tags: [],
      audioDeviceName: null,
      videoDeviceName: null,
      displayDeviceName: null,
    },
    settings: { ...settings, others: { ...settings.others, userPurpose: 'room' } },
  };
}
