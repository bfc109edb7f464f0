import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { AppPackageError } from '../../../infra/deploy/app-package/app-package-error.ts';
import { appFolder } from '../../../infra/deploy/app-package/app-folder.ts';
import { packageApp } from '../../../infra/deploy/app-package/package-app.ts';
import { understand } from '../../../bot/language/understand.ts';
import { ana } from '../../support/meeting-views.ts';

const botAppId = '11111111-2222-4333-8444-555555555555';
const manifestId = '21111111-2222-4333-8444-555555555555';
const values = {
  VERSION: '0.1.0',
  TEAMS_MANIFEST_ID: manifestId,
  BOT_APP_ID: botAppId,
  PUBLIC_DOMAIN: 'assent.contoso.example',
  TEAMS_APP_PUBLISHER: 'Contoso',
  TEAMS_APP_WEBSITE_URL: 'https://assent.contoso.example',
  TEAMS_APP_PRIVACY_URL: 'https://contoso.example/privacy',
  TEAMS_APP_TERMS_URL: 'https://contoso.example/terms',
};

const manifestShape = z.object({
  manifestVersion: z.string(),
  id: z.string(),
  developer: z.record(z.string(), z.string()),
  icons: z.object({ color: z.string(), outline: z.string() }),
  validDomains: z.array(z.string()),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) }),
      ),
    }),
  ),
  composeExtensions: z.array(
    z.object({
      botId: z.string(),
      commands: z.array(
        z.object({ id: z.string(), type: z.string(), parameters: z.array(z.object({ name: z.string() })) }),
      ),
    }),
  ),
});

function manifestIn(zip: Uint8Array): z.infer<typeof manifestShape> {
  return manifestShape.parse(JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString('utf8')));
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppPackageError) return error.problems;
    throw error;
  }
  return [];
}

describe('the package for Teams', () => {
  const zip = packageApp(appFolder, values);
  const manifest = manifestIn(zip);

  it('holds the manifest and the two icons at its root, and nothing else', () => {
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(readFileSync(join(appFolder, 'color.png')));
  });

  it('is the same to the byte when it is built again', () => {
    expect(Buffer.from(packageApp(appFolder, values)).equals(Buffer.from(zip))).toBe(true);
  });

  it('names the bot, the app and the domain that it was packaged for', () => {
    expect(manifest).toMatchObject({ id: manifestId, validDomains: ['assent.contoso.example'] });
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([botAppId]);
    expect(manifest.composeExtensions.map(({ botId }) => botId)).toEqual([botAppId]);
    expect(manifest.developer['name']).toBe('Contoso');
  });

  it('offers the bot in personal, team and group chats, with a command list for each', () => {
    const [bot] = manifest.bots;
    expect(bot?.scopes.toSorted()).toEqual(['groupChat', 'personal', 'team']);
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual([
      'groupChat',
      'personal',
      'team',
    ]);
  });

  it('lists in each scope an example and one command for everything that the bot understands as such', () => {
    const all = ['a request', 'about', 'cancel', 'confirm', 'help', 'list', 'list', 'move', 'remind'];
    for (const { commands } of manifest.bots[0]?.commandLists ?? []) {
      const understood = commands.map(({ title }) => {
        const meant = understand({
          text: title,
          now: '2026-11-21T10:00:00.000Z',
          timeZone: 'Europe/Berlin',
          sender: ana,
          directory: [ana],
          rooms: [],
          members: [],
          mentions: [],
        });
        return meant.kind === 'act' || meant.kind === 'talk' ? meant.act : 'a request';
      });
      expect(understood.sort()).toEqual(all);
    }
  });

  it('declares the search for meetings under the name and parameter that the bot answers', () => {
    const application = readFileSync(join(appFolder, '../bot/teams/application.ts'), 'utf8');
    const [command] = manifest.composeExtensions[0]?.commands ?? [];
    const { id = '', type, parameters = [] } = command ?? {};
    expect(type).toBe('query');
    expect(application).toContain(`messageExtensions.query('${id}'`);
    expect(parameters.map(({ name }) => name)).toEqual(['text']);
    expect(application).toContain(`parameters['text']`);
  });
});

describe('the icons', () => {
  it.each(['color', 'outline'])('%s.png is what its drawing gives (`npm run icons`)', (name) => {
    const svg = readFileSync(join(appFolder, 'icons', `${name}.svg`), 'utf8');
    const drawn = new Resvg(svg).render().asPng();
    expect(drawn.equals(readFileSync(join(appFolder, `${name}.png`)))).toBe(true);
  });

  it('the outline is white on nothing, as Teams wants it', () => {
    const svg = readFileSync(join(appFolder, 'icons/outline.svg'), 'utf8');
    const { pixels } = new Resvg(svg).render();
    let clear = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
      if (alpha === 0) clear += 1;
      // The pixels are premultiplied, so white is as bright as it is opaque.
      else expect([red, green, blue]).toEqual([alpha, alpha, alpha]);
    }
    expect(clear).toBeGreaterThan(32 * 32 * 0.3);
  });
});

describe('a bad package', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assent-app-'));
    cpSync(appFolder, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function change(from: string | RegExp, to: string): void {
    const file = join(folder, 'manifest.json');
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  }

  it.each([
    ['an id that is no GUID', '"${{BOT_APP_ID}}"', '"assent"', /bots\.0\.botId must match pattern/],
    ['a scope that does not exist', '"groupChat"]', '"everywhere"]', /scopes\.2 must be equal to one of/],
    ['a property that does not exist', '"isNotificationOnly"', '"isNice"', /additional properties.*isNice/],
    ['a colour by name', '#0F5C5C', 'teal', /accentColor must match pattern/],
    [
      'a long description',
      'Finds a time',
      'Finds a time '.repeat(9),
      /description\.short must NOT have more than 80/,
    ],
    ['no description', /"description": \{\s*"short"/, '"x": { "short"', /required property 'description'/],
    ['an unknown version', '"1.30"', '"9.99"', /manifestVersion 9\.99, for which Microsoft has published no/],
    ['no version', '"manifestVersion"', '"version2"', /has no manifestVersion/],
    [
      'an unknown place',
      '${{VERSION}}',
      '${{BUILD}}',
      /asks for \$\{\{BUILD\}\}, which nothing is given for/,
    ],
    ['a comma too many', '"color.png",', '"color.png",,', /is not JSON/],
  ])('with %s is refused in a sentence', (_what, from, to, sentence) => {
    change(from, to);
    const problems = problemsOf(() => packageApp(folder, values));
    expect(problems.join('\n')).toMatch(sentence);
    for (const problem of problems) expect(problem).toMatch(/^manifest\.json .*\.$|^manifest\.json: .*\.$/);
  });

  it('names every problem at once', () => {
    change('#0F5C5C', 'teal');
    change('"${{BOT_APP_ID}}"', '"assent"');
    expect(problemsOf(() => packageApp(folder, values)).length).toBe(2);
  });

  it('with icons of a wrong size, no PNG or missing is refused in a sentence', () => {
    cpSync(join(folder, 'outline.png'), join(folder, 'color.png'));
    expect(problemsOf(() => packageApp(folder, values))).toEqual([
      'The color icon color.png is 32 × 32 pixels; Teams wants 192 × 192.',
    ]);
    writeFileSync(join(folder, 'color.png'), '<svg/>');
    rmSync(join(folder, 'outline.png'));
    expect(problemsOf(() => packageApp(folder, values))).toEqual([
      'The color icon color.png is not a PNG file.',
      'The outline icon outline.png is not there.',
    ]);
  });
});

describe('npm run package', () => {
  function run(environment: Readonly<Record<string, string>>): Promise<{ code: number; errors: string }> {
    const main = join(appFolder, '../infra/deploy/app-package/main.ts');
    return new Promise((resolve) => {
      execFile(process.execPath, [main], { env: environment }, (error, _output, errors) => {
        resolve({ code: error === null ? 0 : Number(error.code), errors });
      });
    });
  }

  it('says which variables are missing or bad, and what they are', async () => {
    const { code, errors } = await run({ BOT_APP_ID: 'assent' });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'The app was not built. Set what is missing in the environment or in .env, and run this again:',
      'BOT_APP_ID ("assent") is not a GUID; it is the app id of the bot’s registration.',
      expect.stringMatching(/^TEAMS_APP_ID is not set; it is the id of the Teams app/),
      expect.stringMatching(/^PUBLIC_URL \("http:\/\/127\.0\.0\.1:3978"\) does not begin with https:\/\//),
    ]);
  });

  it('builds appPackage/build/assent.zip', async () => {
    const { code, errors } = await run({
      BOT_APP_ID: botAppId,
      TEAMS_APP_ID: manifestId,
      PUBLIC_URL: 'https://assent.contoso.example',
    });
    expect([code, errors]).toEqual([0, '']);
    const built = manifestIn(readFileSync(join(appFolder, 'build/assent.zip')));
    expect(built).toMatchObject({ id: manifestId, validDomains: ['assent.contoso.example'] });
  });
});
