import { z } from 'zod';

export const noteNameField = z.string().min(1).max(100);

export const noteOut = z.object({
  name: z.string(),
  meetingId: z.string().optional(),
  text: z.string(),
  savedBy: z.string().describe('The directory id of whoever saved it.'),
  savedAt: z.string().describe('UTC'),
});
