import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { identities, people, recoveryCodes, secondFactors, sessions } from '@/db/schema';

export type AccountSecurity = {
  hasPassword: boolean;
  /** When the second factor was turned on, and how many recovery codes are left. */
  secondFactor: { since: Date; codesLeft: number } | undefined;
  /** Issuers of the providers that know the person. */
  issuers: string[];
  /** When this session began. */
  signedInAt: Date | undefined;
};

/** How a person signs in: nothing of it is a secret. */
export async function accountSecurity({ personId, sid }: { personId: string; sid: string }, conn: Db): Promise<AccountSecurity> {
  const [found] = await conn
    .select({ passwordHash: people.passwordHash, since: secondFactors.confirmedAt, signedInAt: sessions.createdAt })
    .from(people)
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .leftJoin(sessions, and(eq(sessions.personId, people.id), eq(sessions.sid, sid)))
    .where(eq(people.id, personId));
  const known = await conn.select({ issuer: identities.issuer }).from(identities).where(eq(identities.personId, personId));
  const since = found?.since ?? undefined;
  return {
    hasPassword: (found?.passwordHash ?? null) !== null,
    secondFactor:
      since === undefined
        ? undefined
        : { since, codesLeft: await conn.$count(recoveryCodes, eq(recoveryCodes.personId, personId)) },
    issuers: known.map(({ issuer }) => issuer),
    signedInAt: found?.signedInAt ?? undefined,
  };
}
