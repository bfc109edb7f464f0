import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';

const planted = ['workflows/domain/planted.ts', 'bot/planted.ts', 'bot/main.ts', 'bot/words/planted.ts'];

const eslint = new ESLint({
  cwd: inProject('.'),
  overrideConfig: {
    // The planted files do not exist, so no tsconfig has them.
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: planted } } },
  },
});

async function rulesThatFire(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: inProject(filePath) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const [inDomain = '', inBot = '', inMain = '', inWords = ''] = planted;
const manyLines = Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};`).join('\n');

describe('the lint rules', () => {
  it.each([
    {
      what: 'the clock in workflow code',
      file: inDomain,
      code: 'export const at = Date.now();',
      rule: 'no-restricted-syntax',
    },
    {
      what: 'the date of now in workflow code',
      file: inDomain,
      code: 'export const at = new Date();',
      rule: 'no-restricted-syntax',
    },
    {
      what: 'chance in workflow code',
      file: inDomain,
      code: 'export const at = Math.random();',
      rule: 'no-restricted-syntax',
    },
    {
      what: 'the process in workflow code',
      file: inDomain,
      code: 'export const at = process.pid;',
      rule: 'no-restricted-globals',
    },
    {
      what: 'the date of now in the words',
      file: inWords,
      code: 'export const at = new Date();',
      rule: 'no-restricted-syntax',
    },
    {
      what: 'the environment outside the configuration',
      file: inBot,
      code: 'export const at = process.env;',
      rule: 'no-restricted-syntax',
    },
    { what: 'a drawer', file: inBot, code: "export * from './utils.ts';", rule: 'no-restricted-imports' },
    {
      what: 'a folder that is a drawer',
      file: inBot,
      code: "export * from '../helpers/card.ts';",
      rule: 'no-restricted-imports',
    },
    { what: 'the console outside main', file: inBot, code: "console.log('x');", rule: 'no-console' },
    {
      what: 'loose equality',
      file: inBot,
      code: 'export const same = (a: number, b: number) => a == b;',
      rule: 'eqeqeq',
    },
    {
      what: 'any',
      file: inBot,
      code: 'export const x: any = 1;',
      rule: '@typescript-eslint/no-explicit-any',
    },
    { what: 'a file of 301 lines', file: inBot, code: manyLines, rule: 'max-lines' },
    {
      what: 'a type imported as a value',
      file: inBot,
      code: "import { Readable } from 'node:stream';\nexport type Stream = Readable;",
      rule: '@typescript-eslint/consistent-type-imports',
    },
    {
      what: 'a switch that forgets a case',
      file: inBot,
      code: "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
      rule: '@typescript-eslint/switch-exhaustiveness-check',
    },
  ])('refuse $what', async ({ file, code, rule }) => {
    expect(await rulesThatFire(file, `${code}\n`)).toContain(rule);
  });

  it.each([
    { what: 'the environment in main.ts', file: inMain, code: 'export const at = process.env;' },
    {
      what: 'a package whose name ends like a drawer',
      file: inBot,
      code: "export { msToTs } from '@temporalio/common/lib/time';",
    },
    {
      what: 'a given date in workflow code',
      file: inDomain,
      code: "export const at = new Date('2026-03-01').getTime();",
    },
  ])('allow $what', async ({ file, code }) => {
    const fired = await rulesThatFire(file, `${code}\n`);
    expect(fired.filter((rule) => rule.startsWith('no-restricted'))).toEqual([]);
  });
});
