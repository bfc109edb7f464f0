import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WrkRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WrkResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly p95Ms: number;
  readonly failures: number;
}

/** `wrk -t1 -c16` with one request, again and again; needs `wrk` on the PATH. */
export async function wrk(url: string, request: WrkRequest, seconds = 5): Promise<WrkResult> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-wrk-'));
  const script = join(folder, 'request.lua');
  const headers = Object.entries(request.headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  );
  const lines = [
    'wrk.method = "POST"',
    ...headers,
    `wrk.body = ${JSON.stringify(request.body)}`,
    'done = function(summary, latency) io.write("P95 " .. latency:percentile(95) .. " BAD " .. summary.errors.status .. "\\n") end',
  ];
  try {
    await writeFile(script, lines.join('\n'));
    const { stdout } = await run('wrk', ['-t1', '-c16', `-d${seconds}s`, '-s', script, url]);
    return {
      requests: Number(/(\d+) requests in/.exec(stdout)?.[1]),
      perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
      p95Ms: Number(/P95 ([\d.]+)/.exec(stdout)?.[1]) / 1000,
      failures: Number(/BAD (\d+)/.exec(stdout)?.[1]),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
