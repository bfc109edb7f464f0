import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.md'], {
  cwd: inProject('.'),
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(inProject(file)));

/** What is written about the project: fenced code is no prose, and holds no links. */
function prose(file: string): string {
  return readFileSync(inProject(file), 'utf8').replaceAll(/^( *)```[^]*?^\1```/gm, '');
}

/** The names that GitHub gives to the headings of a page. */
function anchors(file: string): string[] {
  return [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Where the links and pictures of a page lead, without those to other sites. */
function targets(file: string): string[] {
  const text = prose(file).replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? '')
    .filter((target) => !/^[a-z]+:/i.test(target));
}

/** Paths in code font, from the root; those of files that are made (NAME stands for a name, build for what is built). */
function paths(file: string): string[] {
  return [...prose(file).matchAll(/`((?:bot|docs|infra|mcp|test|workers|workflows)\/[\w./*-]*)`/g)]
    .map(([, path = '']) => path.replace(/\*.*$/, ''))
    .filter((path) => !/NAME|build/.test(path));
}

describe('every page', () => {
  it.each(files)('%s links only to what is there', (file) => {
    const dead = targets(file).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const page = path === '' ? file : join(dirname(file), path);
      if (!existsSync(inProject(page))) return true;
      return anchor !== undefined && !anchors(page).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it.each(files)('%s names only files that are there', (file) => {
    expect(paths(file).filter((path) => !existsSync(inProject(path)))).toEqual([]);
  });

  it.each(files)('%s speaks only of scripts that exist', (file) => {
    const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const text = readFileSync(inProject(file), 'utf8');
    const named = [...text.matchAll(/npm (?:run )?(?:-s )?(start|test|(?<=run (?:-s )?)[\w:-]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('is reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const file of reached)
      for (const target of targets(file)) {
        const page = join(dirname(file), target.split('#', 1)[0] ?? '');
        if (files.includes(page)) reached.add(page);
      }
    const pages = files.filter((file) => file.startsWith('docs/'));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe('the README', () => {
  it('fits on two screens, and shows the product on the first', () => {
    const lines = readme.split('\n');
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(lines.slice(0, 12).join('\n')).toMatch(/\.png|\.svg/);
  });

  it('has every top-level folder in its map, and no other', () => {
    const mapped = [...readme.matchAll(/^\| `(\w+)\/`/gm)].map(([, name]) => name);
    const there = readdirSync(inProject('.')).filter(
      (name) =>
        /^[a-z]\w*$/i.test(name) && name !== 'node_modules' && statSync(inProject(name)).isDirectory(),
    );
    expect(mapped.sort()).toEqual(there.sort());
  });
});
