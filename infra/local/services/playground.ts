import { botUrl } from '../environment.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { CompanyPerson } from '../../graph-emulator/company.ts';
import { companyPeople } from '../../graph-emulator/company.ts';
import { inState } from '../layout.ts';
import { installation, playgroundFile } from '../playground/playground-file.ts';
import type { LocalStack } from '../stack.ts';
import type { Service } from '../supervision/service.ts';

const entry = 'node_modules/@microsoft/m365agentsplayground/cli.js';

async function isUp(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(2000) });
    return (await response.text()).includes('pong');
  } catch {
    return false;
  }
}

/** Tells the bot where the person can be reached, as Teams does when the app is installed. */
async function install(person: CompanyPerson, botEndpoint: string, serviceUrl: string): Promise<boolean> {
  try {
    const response = await fetch(botEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(installation(person, serviceUrl)),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Teams for one person: a playground in which they type, with the app installed. */
function playgroundOf(
  person: CompanyPerson,
  input: { readonly port: number; readonly portVariable: string; readonly botEndpoint: string },
): Service {
  const name = `teams-${person.givenName.toLowerCase()}`;
  const { port, portVariable, botEndpoint } = input;
  const url = `http://127.0.0.1:${port}`;
  const folder = inState('playground');
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}.yml`;
  writeFileSync(file, playgroundFile(person));
  return {
    name,
    program: {
      kind: 'script',
      entry,
      args: ['start', '-p', String(port), '-e', botEndpoint, '-c', 'msteams', '--disable-telemetry'],
    },
    environment: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: `${folder}/${name}.log`,
    },
    ports: [{ variable: portVariable, port }],
    needs: ['bot'],
    ready: {
      kind: 'check',
      check: async () =>
        (await isUp(url)) && (await install(person, botEndpoint, `http://localhost:${port}/_connector`)),
    },
    rows: [{ label: `Teams as ${person.givenName}`, url }],
  };
}

/** Microsoft's Agents Playground, once for the organizer and once for each of two attendees. */
export function playgroundServices({ ports, given }: LocalStack): Service[] {
  // The tests put a signer of tokens in between.
  const botEndpoint = given['ASSENT_BOT_ENDPOINT'] ?? `${botUrl(ports)}/api/messages`;
  const chosen = [
    { mail: 'alice.martin', port: ports.teamsAlice, portVariable: 'ASSENT_TEAMS_PORT_ALICE' },
    { mail: 'bob.keller', port: ports.teamsBob, portVariable: 'ASSENT_TEAMS_PORT_BOB' },
    { mail: 'carol.osei', port: ports.teamsCarol, portVariable: 'ASSENT_TEAMS_PORT_CAROL' },
  ];
  const services = chosen.flatMap(({ mail, port, portVariable }) => {
    const person = companyPeople.find((one) => one.mail.startsWith(`${mail}@`));
    return person === undefined ? [] : [playgroundOf(person, { port, portVariable, botEndpoint })];
  });
  return services.map((service, index) =>
    index === 0
      ? {
          ...service,
          firstStep:
            'Open “Teams as Alice” in a browser, and write to Assent: 45 min with Bob and Carol next week about the Q3 budget',
        }
      : service,
  );
}
