import type { PersonReason } from '../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../workflows/domain/slots/search-input.ts';

/** Why a slot suits somebody, or not, in a word or two. */
export function reasonText({ reason, text }: PersonReason): string {
  switch (reason) {
    case 'free':
      return 'free';
    case 'tentative':
      return 'tentatively booked';
    case 'busy':
      return 'busy';
    case 'oof':
      return 'out of office';
    case 'workingElsewhere':
      return 'working elsewhere';
    case 'unknown':
      return 'calendar not readable';
    case 'outsideWorkingHours':
      return 'outside working hours';
    case 'againstWish':
    case 'againstHardWish':
      return text === undefined ? 'against a wish' : `said “${text}”`;
    case 'buffer':
      return 'no break in between';
  }
}

/** What stands in the way, for `name` where it is a person. */
export function obstacleText({ constraint }: Obstacle, name: string | undefined): string {
  switch (constraint) {
    case 'busy':
      return `${name ?? 'Somebody'} is busy.`;
    case 'unknown':
      return `The calendar of ${name ?? 'somebody'} cannot be read.`;
    case 'workingHours':
      return `It is outside the working hours of ${name ?? 'somebody'}.`;
    case 'wish':
      return `${name ?? 'Somebody'} asked to avoid these times.`;
    case 'room':
      return 'No room is free.';
    case 'dailyWindow':
      return 'The hours of the day that you gave leave nothing.';
    case 'daysOfWeek':
      return 'The days of the week that you gave leave nothing.';
    case 'notice':
      return 'It is too soon.';
    case 'window':
      return 'The time that you gave is too short.';
  }
}

/** What giving up one thing would buy. */
export function concessionText({ give }: Concession, name: string | undefined): string {
  switch (give) {
    case 'requiredPerson':
      return `Without ${name ?? 'one of you'}:`;
    case 'wish':
      return `Against what ${name ?? 'somebody'} asked for:`;
    case 'hour':
      return 'An hour earlier or later in the day:';
    case 'room':
      return 'Without a room:';
    case 'workingHours':
      return 'Outside somebody’s working hours:';
  }
}
