import { createInterface } from 'node:readline';
import { agent } from '../../../infra/runtime/config/agent.ts';
import { mcp } from '../../../infra/runtime/config/mcp.ts';
import { ConfigError, readConfig } from '../../../infra/runtime/config/read-config.ts';
import { state } from '../../../infra/runtime/config/state.ts';
import { connectionProblem, runCommand } from '../run-command.ts';
import { acceptsToken } from '../server-address.ts';
import { signedInServer } from '../sign-in/signed-in-server.ts';
import { describe } from './describe.ts';
import { createSubscriber } from './subscriber.ts';

const help = 'Type approve, reject, confirm, cancel or quit.';
const retryMs = 1000;
const finalCodes = new Set([4403, 4404, 4429]);

const scopes = ['meetings.read', 'meetings.write', 'meetings.respond'];

interface Session {
  readonly serverUrl: string;
  /** Of the HTTP intents and the subscriptions. */
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

function sentenceOf(error: unknown): string {
  return connectionProblem(error) ?? (error instanceof Error ? error.message : String(error));
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

/** Connects, and connects again from the version that was seen last, until there is no point. */
function follow(session: Session, onEnd: (reason: string) => void): void {
  const take = createSubscriber();
  let from: number | undefined;
  let saidLost: string | undefined;

  const connect = (): void => {
    const query = from === undefined ? '' : `?from=${from}`;
    const address = `${session.base.replace(/^http/, 'ws')}/subscriptions/meeting:${session.meetingId}${query}`;
    // Node's own WebSocket takes headers beside the standard's protocols.
    const options = { headers: { authorization: `Bearer ${session.token}` } } as unknown as string[];
    const socket = new WebSocket(address, options);
    socket.addEventListener('message', ({ data }) => {
      const now = take(String(data));
      from = now?.version;
      saidLost = undefined;
      if (now === undefined) socket.close();
      else console.log(describe(now.view));
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (finalCodes.has(code)) onEnd(reason);
      else void connectAgain();
    });
    socket.addEventListener('error', () => undefined);
  };

  /** The handshake of a WebSocket does not tell why it failed; a request over HTTP does. */
  const connectAgain = async (): Promise<void> => {
    try {
      if (!(await acceptsToken(session.serverUrl, session.token))) {
        onEnd('Your sign-in has expired. Start supervise again to sign in.');
        return;
      }
    } catch (error) {
      const lost = error instanceof Error ? error.message : String(error);
      if (lost !== saidLost) console.error(`${lost} Until then this keeps trying.`);
      saidLost = lost;
    }
    setTimeout(connect, retryMs);
  };

  connect();
}

async function main(words: string): Promise<void> {
  const config = readConfig(process.env, { agent, mcp, state });
  // An id begins with "meeting-"; a projection's name, in addresses, with "meeting:".
  const meetingId = words.trim().replace(/^(meeting:)+/, '');
  if (meetingId === '') throw new ConfigError(['Say which meeting: npm run supervise -- MEETING-ID']);
  const { serverUrl, token } = await signedInServer(config, scopes);
  const session = { serverUrl, base: serverUrl.replace(/\/mcp$/, ''), token, meetingId };
  console.log(help);
  follow(session, (reason) => {
    console.error(reason);
    process.exit(1);
  });
  const terminal = createInterface({ input: process.stdin });
  terminal.on('line', (line) => {
    const word = line.trim();
    if (word === 'quit') process.exit(0);
    if (word !== '') void obey(session, word).catch(sentenceOf).then(console.log);
  });
  // A watcher without a terminal goes on watching when its input ends.
}

await runCommand(() => main(process.argv[2] ?? ''));
