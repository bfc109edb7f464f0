export const usageExamples = `# Using Assent

## Schedule a meeting
"45 minutes with Bob and Carol next week about the Q3 budget."

1. \`find_times\` {"durationMinutes": 45, "attendees": ["bob@…", "carol@…"], "timeZone": "Europe/Berlin",
   "windows": [{"start": "2026-12-07T00:00", "end": "2026-12-12T00:00"}]} — show the best two or three to the user.
2. \`propose_meeting\` with the same fields, a title and the \`slots\` that the user liked. Everybody is asked on a card.
3. Wait for the task, or look with \`get_meeting\`. When all required people approved, the meeting books itself;
   with \`organizerConfirms\` call \`confirm_meeting\` after the user agreed.

## Nothing fits
\`find_times\` answers with \`obstacles\` (who is in the way) and \`concessions\` (what would have to give). Offer those.

## Move a meeting
\`change_meeting\` {"meetingId": "…", "timeZone": "…", "windows": […]} searches again and asks everybody concerned again.

## What waits for me
Read \`inbox://me\`, or \`list_meetings\` {"which": "waitingForMe"}.
A person may answer for themselves with \`respond\`. Never answer unless the user said what to answer.
`;
