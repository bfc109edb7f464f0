import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { fillManifest, manifestProblems } from '../../../infra/deploy/app-package/manifest.ts';
import { zip } from '../../../infra/deploy/app-package/zip.ts';

const ids = {
  teamsAppId: '11111111-1111-1111-1111-111111111111',
  botAppId: '22222222-2222-2222-2222-222222222222',
  publicUrl: 'https://assent.example/',
};
const manifest = fillManifest(readFileSync('appPackage/manifest.json', 'utf8'), ids);

describe('the app package', () => {
  it('has a manifest that fits the published schema, with no value left open', () => {
    expect(manifestProblems(manifest)).toEqual([]);
    expect(manifest).not.toContain('${{');
    expect(JSON.parse(manifest)).toMatchObject({ id: ids.teamsAppId, validDomains: ['assent.example'] });
  });

  it('is told what is wrong with a manifest', () => {
    expect(manifestProblems(manifest.replace('"personal"', '"nowhere"')).join()).toContain(
      '/bots/0/scopes/0',
    );
    expect(manifestProblems(manifest.replace(ids.botAppId, 'no guid')).join()).toContain('botId');
  });

  it('is an archive that names its files', () => {
    const made = zip([{ name: 'a.txt', content: Buffer.from('hello') }]);
    expect(made.readUInt32LE(0)).toBe(0x04034b50);
    expect(made.subarray(-22).readUInt32LE(0)).toBe(0x06054b50);
    expect(made.includes('a.txt')).toBe(true);
  });
});
