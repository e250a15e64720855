import { describe, expect, it } from 'vitest';
import { leavesPartyUnled } from '@/domain/membership/leaves-party-unled';

describe('a party without a moderator', () => {
  it.each([
    ['the last moderator of a signing party goes', 'signing', 1, 3, 'moderator', 'gone', true],
    ['the last person of a signing party goes', 'signing', 1, 1, 'moderator', 'gone', true],
    ['the last moderator of a signing party is demoted', 'signing', 1, 3, 'moderator', 'checker', true],
    ['one of two moderators goes', 'signing', 2, 3, 'moderator', 'gone', false],
    ['one of two moderators is demoted', 'signing', 2, 3, 'moderator', 'checker', false],
    ['a checker goes', 'signing', 1, 3, 'checker', 'gone', false],
    ['a checker is promoted', 'signing', 1, 3, 'checker', 'moderator', false],
    ['the last moderator of an observing party goes and others stay', 'observing', 1, 2, 'moderator', 'gone', true],
    ['the last person of an observing party goes', 'observing', 1, 1, 'moderator', 'gone', false],
    ['the last person of an observing party is demoted', 'observing', 1, 1, 'moderator', 'observer', true],
  ] as const)('[M6] when %s', (_, standing, moderators, members, role, becomes, unled) => {
    expect(leavesPartyUnled({ standing, moderators, members }, { role, becomes })).toBe(unled);
  });
});
