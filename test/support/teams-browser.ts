import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why tests in a browser are skipped, or undefined where they run; under CI a missing browser is a failure. */
export const whyNoBrowser: string | undefined =
  existsSync(executablePath) || process.env['CI'] === 'true'
    ? undefined
    : `Chromium is not at ${executablePath}; install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that reaches this machine only. */
export async function openBrowser(
  size: { readonly width: number; readonly height: number },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ readonly context: BrowserContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    viewport: size,
    colorScheme,
    args: flags,
  });
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http'),
    (route) => route.abort(),
  );
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Microsoft's Agents Playground with one person in front of it. */
export class TeamsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, url: string): Promise<TeamsPage> {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor({ timeout: 60_000 });
    const teams = new TeamsPage(page);
    await teams.chat('Personal Chat');
    return teams;
  }

  async chat(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name, exact: true }).click({ timeout: 20_000 });
  }

  async say(words: string, mention?: string): Promise<void> {
    const box = this.page.locator('[data-lexical-editor="true"]').last();
    await box.click();
    if (mention !== undefined) {
      await this.page.keyboard.type(`@${mention.slice(0, 3)}`);
      await this.page.locator('#typeahead-menu [role=menuitem]').filter({ hasText: mention }).first().click();
      await this.page.keyboard.type(' ');
    }
    await this.page.keyboard.type(words);
    await this.page.getByRole('button', { name: 'Send Message' }).last().click();
  }

  /** The newest card that shows the words. */
  card(words: string | RegExp): Locator {
    return this.page.locator('.ac-adaptiveCard').filter({ hasText: words }).last();
  }

  async shoot(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}

/** Keeps a card as a picture of the README, when ASSENT_WRITE_PICTURES is set. */
export async function keepPicture(card: Locator, name: string): Promise<void> {
  if (process.env['ASSENT_WRITE_PICTURES'] === undefined) return;
  await card.screenshot({ path: join(import.meta.dirname, `../e2e/bot/screenshots/${name}.png`) });
}
