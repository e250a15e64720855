import { describe, expect, it } from 'vitest';
import { invitationEnd, isOpen } from '@/domain/membership/invitation';

const made = new Date('2026-03-02T12:00:00.000Z');
const open = { acceptedAt: null, revokedAt: null, expiresAt: invitationEnd(made) };

describe('an invitation', () => {
  it('[M1] is open for 72 hours, and not at the moment of its end', () => {
    expect(open.expiresAt).toEqual(new Date('2026-03-05T12:00:00.000Z'));
    expect(isOpen(open, new Date(open.expiresAt.getTime() - 1))).toBe(true);
    expect(isOpen(open, open.expiresAt)).toBe(false);
  });

  it('[M1] [M3] is over once it was accepted or revoked', () => {
    expect(isOpen({ ...open, acceptedAt: made }, made)).toBe(false);
    expect(isOpen({ ...open, revokedAt: made }, made)).toBe(false);
  });
});
