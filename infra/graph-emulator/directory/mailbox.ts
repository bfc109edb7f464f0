import type { Json } from '../protocol/json.ts';

/** Graph's `workingHours`: times as `08:00:00.0000000`, the zone by its Windows or IANA name. */
export interface WorkingHours {
  readonly daysOfWeek: readonly string[];
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: { readonly name: string };
}

export interface MailboxSettings {
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  /** Whether colleagues may see when it is busy: the permission of "My Organization" on its calendar; yes unless false. */
  readonly sharesFreeBusy?: boolean;
  /** People from outside whom its owner wrote down. */
  readonly contacts?: readonly { readonly displayName: string; readonly address: string }[];
  /** Everything else of Graph's `mailboxSettings`. */
  readonly others: Json;
}

/** A person or a room: anything with a calendar. */
export interface Mailbox {
  /** Lower-case directory object id. */
  readonly id: string;
  readonly kind: 'user' | 'room';
  readonly mail: string;
  readonly displayName: string;
  /** Graph's `user` or `room`. */
  readonly profile: Json;
  readonly settings: MailboxSettings;
}

export function workingHours(
  zoneName: string,
  start = '08:00',
  end = '17:00',
  daysOfWeek: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
): WorkingHours {
  return {
    daysOfWeek,
    startTime: `${start}:00.0000000`,
    endTime: `${end}:00.0000000`,
    timeZone: { name: zoneName },
  };
}

export function standardSettings(
  zoneName: string,
  hours: WorkingHours = workingHours(zoneName),
): MailboxSettings {
  return {
    timeZone: zoneName,
    workingHours: hours,
    others: {
      automaticRepliesSetting: { status: 'disabled', externalAudience: 'none' },
      language: { locale: 'en-US', displayName: 'English (United States)' },
      dateFormat: 'yyyy-MM-dd',
      timeFormat: 'HH:mm',
      delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
      userPurpose: 'user',
    },
  };
}
