import { describe, expect, it } from 'vitest';
import { createHostCheck } from '../../../../mcp/auth/host-check.ts';

describe('the names that the server answers under', () => {
  it.each([
    { host: 'assent.example', origin: undefined, passes: true },
    { host: 'assent.example:8443', origin: undefined, passes: true },
    { host: 'ASSENT.example', origin: undefined, passes: true },
    { host: 'assent.example', origin: 'https://assent.example', passes: true },
    { host: 'assent.example', origin: 'https://evil.example', passes: false },
    { host: 'assent.example', origin: 'null', passes: false },
    { host: 'evil.example', origin: undefined, passes: false },
    { host: 'assent.example.evil.example', origin: undefined, passes: false },
    { host: '', origin: undefined, passes: false },
    { host: undefined, origin: undefined, passes: false },
  ])('Host $host with Origin $origin passes: $passes, however often it comes', ({ host, origin, passes }) => {
    const refusal = createHostCheck(['assent.example']);
    for (let time = 0; time < 3; time += 1)
      expect(refusal({ host, origin })).toEqual(passes ? undefined : expect.any(String));
  });

  it('still tells them apart after many have passed', () => {
    const refusal = createHostCheck(['assent.example']);
    for (let port = 1; port <= 300; port += 1)
      expect(refusal({ host: `assent.example:${port}` })).toBeUndefined();
    expect(refusal({ host: 'evil.example' })).toEqual(expect.any(String));
    expect(refusal({ host: 'assent.example:1', origin: 'https://evil.example' })).toEqual(expect.any(String));
  });
});
