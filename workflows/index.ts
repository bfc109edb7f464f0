/** The entry of the workflow bundle: every workflow that workers run. */
export { meeting } from './definitions/meeting.ts';
