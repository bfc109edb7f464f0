// Stands between the supervisor and a program that knows nothing of it: what stops the guard stops the program.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
process.once('exit', () => child.kill('SIGKILL'));
child.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 127;
});
child.once('exit', (code, signal) => process.exit(signal === null ? code : 0));
