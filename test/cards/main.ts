// `npm run cards`: every card with sample data in the browser, until Ctrl-C. `npm run cards -- --port 4000` takes
// another port.
import { parseArgs } from 'node:util';
import { serveGallery } from './serve-gallery.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '3985' } } });
try {
  const { url } = await serveGallery(Number(values.port));
  console.log(`Every card is shown at ${url} – Ctrl-C stops.`);
} catch (error) {
  console.error(
    `Port ${values.port} cannot be used (${String(error)}); name another one: npm run cards -- --port 4000`,
  );
  process.exitCode = 1;
}
