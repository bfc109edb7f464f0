import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/**
 * What lists of meetings are made from. Ids and times only: search attributes are not encrypted by a payload
 * codec, so nothing personal beyond directory ids goes here.
 */
export const organizerAttribute = defineSearchAttributeKey('AssentOrganizer', SearchAttributeType.KEYWORD);
export const attendeesAttribute = defineSearchAttributeKey(
  'AssentAttendees',
  SearchAttributeType.KEYWORD_LIST,
);
/** People whose answer or decision the meeting waits for. */
export const waitingForAttribute = defineSearchAttributeKey(
  'AssentWaitingFor',
  SearchAttributeType.KEYWORD_LIST,
);
export const statusAttribute = defineSearchAttributeKey('AssentStatus', SearchAttributeType.KEYWORD);
/** The booked start, or the first proposed one. */
export const startAttribute = defineSearchAttributeKey('AssentStart', SearchAttributeType.DATETIME);

export const searchAttributes = [
  organizerAttribute,
  attendeesAttribute,
  waitingForAttribute,
  statusAttribute,
  startAttribute,
];
