import { botUrl } from '../environment.ts';
import type { LocalStack } from '../stack.ts';
import type { Service } from '../supervision/service.ts';

/** What people meet: the Teams bot, the guests' page, and its health. */
export function botService({ ports }: LocalStack): Service[] {
  const health = `${botUrl(ports)}/health`;
  return [
    {
      name: 'bot',
      program: { kind: 'script', entry: 'bot/main.ts' },
      ports: [{ variable: 'BOT_PORT', port: ports.bot }],
      needs: ['temporal', 'identity', 'graph'],
      ready: { kind: 'url', url: health },
      rows: [{ label: 'Health', url: health }],
    },
  ];
}
