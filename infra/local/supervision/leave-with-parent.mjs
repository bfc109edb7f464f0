// Loaded before the entry of every child: when the parent is gone for whatever reason, the child stops too.
const patienceMs = 8_000;

function leave() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patienceMs).unref();
}

if (process.send !== undefined) {
  process.once('disconnect', leave);
  process.channel?.unref();
}
