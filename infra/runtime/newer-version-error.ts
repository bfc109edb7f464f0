import { ConfigError } from './config/read-config.ts';

/** Something stored has a shape that only a newer Assent knows; nothing was changed. The message says what to do. */
export class NewerVersionError extends ConfigError {
  constructor(input: {
    /** Begins the sentence, such as `The database assent.db`. */
    readonly what: string;
    readonly found: number;
    /** The newest version that this code knows. */
    readonly known: number;
    /** How to start over, as the end of a sentence. */
    readonly orElse: string;
  }) {
    const { what, found, known, orElse } = input;
    super([
      `${what} was written by a newer Assent (version ${found}; this one knows up to ${known}). Start the newer one again, or ${orElse}.`,
    ]);
  }
}
