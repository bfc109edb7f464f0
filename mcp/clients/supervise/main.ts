import { createInterface } from 'node:readline';
import { agent } from '../../../infra/runtime/config/agent.ts';
import { ConfigError, readConfig } from '../../../infra/runtime/config/read-config.ts';
import { state } from '../../../infra/runtime/config/state.ts';
import { savedSignIn } from '../sign-in/saved-sign-in.ts';
import { describe } from './describe.ts';
import { createSubscriber } from './subscriber.ts';

const help = 'Type approve, reject, confirm, cancel or quit.';
const finalCodes = new Set([4403, 4404, 4429]);

interface Session {
  readonly base: string;
  readonly token: string;
  readonly meetingId: string;
}

async function command({ base, token, meetingId }: Session, intent: string, fields: object): Promise<string> {
  const response = await fetch(`${base}/intents/${intent}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ meetingId, ...fields }),
  });
  const answer = (await response.json()) as { ok: boolean; error: { message: string } | null };
  return answer.ok ? 'Done.' : (answer.error?.message ?? `The server answered ${response.status}.`);
}

/** What may be typed: each acts as the person signed in, so an approval is that person's own. */
function obey(session: Session, word: string): Promise<string> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  switch (word) {
    case 'approve':
      return command(session, 'meeting.respond', { timeZone, answer: 'yes' });
    case 'reject':
      return command(session, 'meeting.respond', { timeZone, answer: 'no' });
    case 'confirm':
      return command(session, 'meeting.confirm', {});
    case 'cancel':
      return command(session, 'meeting.cancel', {});
    default:
      return Promise.resolve(help);
  }
}

/** Connects, and connects again from the version that was seen last, until the server says that there is no point. */
function follow(session: Session, onEnd: (reason: string) => void): void {
  const take = createSubscriber();
  let from: number | undefined;
  const connect = (): void => {
    const query = from === undefined ? '' : `?from=${from}`;
    const address = `${session.base.replace(/^http/, 'ws')}/subscriptions/meeting:${session.meetingId}${query}`;
    // Node's own WebSocket takes headers beside the standard's protocols.
    const options = { headers: { authorization: `Bearer ${session.token}` } } as unknown as string[];
    const socket = new WebSocket(address, options);
    socket.addEventListener('message', ({ data }) => {
      const now = take(String(data));
      from = now?.version;
      if (now === undefined) socket.close();
      else console.log(describe(now.view));
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (finalCodes.has(code)) onEnd(reason);
      else setTimeout(connect, 1000);
    });
    socket.addEventListener('error', () => undefined);
  };
  connect();
}

async function main(projection: string): Promise<void> {
  const config = readConfig(process.env, { agent, state });
  const { serverUrl, token } = config.agent;
  const meetingId = /^(?:meeting:)?(meeting-.+|[^:]+)$/.exec(projection)?.[1];
  if (meetingId === undefined || meetingId === '')
    throw new ConfigError(['Say which meeting: npm run supervise -- meeting:ID']);
  const signedIn =
    token ??
    (await savedSignIn({
      serverUrl,
      scopes: ['meetings.read', 'meetings.write', 'meetings.respond'],
      folder: config.state.directory,
      show: (address) => {
        console.log(`Sign in here:\n  ${address.href}`);
      },
    }));
  const session = { base: serverUrl.replace(/\/mcp$/, ''), token: signedIn, meetingId };
  console.log(help);
  follow(session, (reason) => {
    console.error(reason);
    process.exit(1);
  });
  const terminal = createInterface({ input: process.stdin });
  terminal.on('line', (line) => {
    const word = line.trim();
    if (word === 'quit') process.exit(0);
    if (word !== '') void obey(session, word).then(console.log);
  });
  // A watcher without a terminal goes on watching when its input ends.
}

try {
  await main(process.argv[2] ?? '');
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
