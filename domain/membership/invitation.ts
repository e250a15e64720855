/** How long an invitation may be accepted (SPEC M1). */
export const invitationHours = 72;

/** When an invitation that is made now ends. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + invitationHours * 60 * 60 * 1000);
}

/** Whether an invitation may still be accepted, as far as its own row tells. The very moment of its end is too late. */
export function isOpen(
  { acceptedAt, revokedAt, expiresAt }: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): boolean {
  return acceptedAt === null && revokedAt === null && now < expiresAt;
}
