import { describe, expect, it } from 'vitest';
import { barToSeating, type PartySeats, rolesOf } from '@/domain/membership/bar-to-seating';

const north: PartySeats = { id: 'n', name: 'Northern desk', standing: 'signing', isJoining: false, moderators: 1, members: 2 };
const mission: PartySeats = {
  id: 'o',
  name: 'Observer mission',
  standing: 'observing',
  isJoining: false,
  moderators: 1,
  members: 1,
};
const unled = { ...north, moderators: 0, members: 0 };
const steward = { role: 'steward', party: null } as const;
const of = (party: PartySeats, role: 'moderator' | 'checker' | 'observer' = 'moderator') => ({ role, party });

describe('who gives a seat', () => {
  it('[M4] is a moderator of the party, for each role it has, before and after ratification', () => {
    for (const party of [north, mission])
      for (const role of rolesOf(party.standing))
        for (const inForce of [false, true]) expect(barToSeating(of(party), { party, role, inForce })).toBeUndefined();
  });

  it('[M4] is never a moderator of another party, or a member without that role', () => {
    const bar = { code: 'not-your-party', party: 'Northern desk' };
    expect(barToSeating(of(mission), { party: north, role: 'checker', inForce: true })).toEqual(bar);
    expect(barToSeating(of(mission), { party: unled, role: 'moderator', inForce: false })).toEqual(bar);
    expect(barToSeating(of(north, 'checker'), { party: north, role: 'checker', inForce: true })).toEqual(bar);
  });

  it('[M4] is the steward for the first moderator of a party that has none, until a charter is in force', () => {
    expect(barToSeating(steward, { party: unled, role: 'moderator', inForce: false })).toBeUndefined();
    expect(barToSeating(steward, { party: unled, role: 'checker', inForce: false })).toEqual({ code: 'first-is-moderator' });
    expect(barToSeating(steward, { party: north, role: 'moderator', inForce: false })).toMatchObject({ code: 'party-is-led' });
    for (const party of [north, unled])
      expect(barToSeating(steward, { party, role: 'moderator', inForce: true })).toMatchObject({
        code: 'stewards-invite-no-more',
      });
  });

  it('[H17] is the steward again for the first moderator of a party that joins, and nobody for one that is outside', () => {
    const joining = { ...unled, isJoining: true };
    expect(barToSeating(steward, { party: joining, role: 'moderator', inForce: true })).toBeUndefined();
    expect(barToSeating(steward, { party: { ...joining, moderators: 1 }, role: 'moderator', inForce: true })).toMatchObject({
      code: 'party-is-led',
    });
    const outside = { ...unled, standing: 'outside' } as const;
    for (const by of [steward, of(outside)])
      expect(barToSeating(by, { party: outside, role: 'moderator', inForce: true })).toMatchObject({ code: 'role-not-of-party' });
  });

  it('gives no role that the party does not have', () => {
    const bar = (role: 'checker' | 'observer', party: PartySeats) => barToSeating(of(party), { party, role, inForce: true });
    expect(bar('observer', north)).toEqual({ code: 'role-not-of-party', role: 'observer' });
    expect(bar('checker', mission)).toEqual({ code: 'role-not-of-party', role: 'checker' });
  });
});
