import { DemoError, runDemoMeeting } from './demo-meeting.ts';
import { openDemoStack } from './demo-stack.ts';
import { LocalStackError } from '../../infra/local/local-stack-error.ts';
import { ConfigError } from '../../infra/runtime/config/read-config.ts';

const usualSentence = '45 min with Bob and Carol next week about the Q3 budget';

const leaving = new AbortController();
const sentence = process.argv.slice(2).join(' ').trim() || usualSentence;

function isExpected(error: unknown): error is Error {
  return error instanceof DemoError || error instanceof LocalStackError || error instanceof ConfigError;
}

async function main(): Promise<void> {
  const stack = await openDemoStack(leaving.signal);
  const stop = async (): Promise<void> => {
    leaving.abort();
    await stack.close();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop());
  try {
    await runDemoMeeting(sentence, stack.environment, (line) => {
      console.log(line);
    });
  } finally {
    await stack.close();
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exit(1);
}
