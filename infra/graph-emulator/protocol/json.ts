/** A JSON object as Graph writes and reads it. */
export type Json = Record<string, unknown>;
