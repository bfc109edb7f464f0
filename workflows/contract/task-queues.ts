/** Meetings' workflows and their activities. */
export const meetingTaskQueue = 'assent-meetings';
