import { section } from './section.ts';
import { list, oneOf } from './shapes.ts';
import { withDefault } from './variable.ts';

/** What people and agents may do with meetings. */
export const meetings = section('Meetings', {
  bookUnasked: withDefault(
    'BOOK_WITHOUT_ASKING',
    'who may have a meeting booked at once, with nobody asked before: people, everyone (agents too) or nobody',
    'people',
    oneOf(['people', 'everyone', 'nobody']),
  ),
  delegates: withDefault(
    'DELEGATES',
    'who may arrange meetings in whose name, beside the delegates in the calendars: delegate=organizer, by mail address, between commas',
    '',
    list,
  ),
});
