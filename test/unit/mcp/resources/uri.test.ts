import { expect, test } from 'vitest';
import { meetingUri, parseResourceUri } from '../../../../mcp/resources/uri.ts';

test.each([
  ['inbox://me', { kind: 'inbox' }],
  ['meeting://meeting-1', { kind: 'meeting', meetingId: 'meeting-1' }],
  [
    'calendar://Bob@contoso.example/2026-12-01',
    { kind: 'calendar', person: 'bob@contoso.example', date: '2026-12-01' },
  ],
])('%s is understood', (uri, target) => {
  expect(parseResourceUri(uri)).toEqual(target);
});

test.each([
  'inbox://you',
  'meeting://',
  'meeting://a/b',
  'calendar://bob',
  'calendar://bob/today',
  'meeting://%zz',
  'http://x',
])('%s is nothing of ours', (uri) => {
  expect(parseResourceUri(uri)).toBeUndefined();
});

test('an id with signs of its own survives the way through a URI', () => {
  expect(parseResourceUri(meetingUri('a/b?c#d e'))).toEqual({ kind: 'meeting', meetingId: 'a/b?c#d e' });
});
