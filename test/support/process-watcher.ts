/**
 * Hears from its parent of each process that starts and ends, and ends what still runs once the parent is gone, even
 * where that was killed outright.
 */
const running = new Set<number>();

export type WatcherMessage = { readonly started: number } | { readonly ended: number };

process.on('message', (message: WatcherMessage) => {
  if ('started' in message) running.add(message.started);
  else running.delete(message.ended);
});
process.once('disconnect', () => {
  for (const pid of running)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended together with its parent.
    }
});
