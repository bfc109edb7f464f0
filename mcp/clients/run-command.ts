import { ConfigError } from '../../infra/runtime/config/read-config.ts';

/** Why a command cannot go on: a sentence for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Says that nothing answers at `address`, and what to do about it. */
export function nothingAnswers(address: string): string {
  return `Nothing answers at ${address}. Start Assent with “npm start”, or set ASSENT_MCP_URL to where it runs.`;
}

/** What Node adds to the error of a connection that failed. */
interface ConnectionFailure extends Error {
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

/** The sentence for a connection that failed, however deep the libraries in between have wrapped it. */
export function connectionProblem(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof TypeError && at.message === 'fetch failed') {
      const cause: unknown = at.cause instanceof AggregateError ? at.cause.errors[0] : at.cause;
      const { address, port, hostname, message }: Partial<ConnectionFailure> =
        cause instanceof Error ? cause : at;
      if (address !== undefined) return nothingAnswers(`${address}:${port}`);
      return hostname === undefined ? `The connection failed: ${message}.` : nothingAnswers(hostname);
    }
  return undefined;
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof CommandError) return error.message;
  return connectionProblem(error);
}

/** Runs a command; what a person can mend is said in a sentence, with exit code 2 for its settings and 1 for the rest. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(error instanceof ConfigError ? 2 : 1);
  }
}
