/** The process id of the `npm start` that uses this state folder, if one does. */
export function runningInstance(state: string): number | undefined;

/** Claims the state folder for this process; the answer gives it back. */
export function claim(state: string): () => void;
