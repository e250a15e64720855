import { type AccountSecurity, accountSecurity } from '@/db/queries/account-security';
import { passkeysOfPerson } from '@/db/queries/passkeys-of-person';
import { freshProof } from '@/domain/charter/check-signing';
import type { CharterParameters } from '@/domain/charter/parameters';
import type { Desk } from '../_frame/load-desk';
import type { ConfirmBy, Signer } from './signer';

/** How the person at the desk can prove that it is they who sign: the same for every statement, be it a position, an attestation or a retraction. */
export async function loadSigner({ member, context }: Desk, { weakestProof }: CharterParameters): Promise<Signer> {
  const security = await accountSecurity(member, context.db);
  const keys = await passkeysOfPerson(member, context.db);
  const confirmedMsAgo = context.now.getTime() - member.confirmedAt.getTime();
  return {
    isConfirmed: freshProof({ confirmedMsAgo }, { weakestProof }).met,
    confirmBy: confirmBy(security),
    means: {
      credentialIds: keys.map(({ credentialId }) => credentialId),
      hasCode: security.secondFactor !== undefined,
      weakest: weakestProof,
    },
  };
}

/** Who has no password proves it at their identity provider (SPEC M27). */
function confirmBy({ hasPassword, secondFactor }: AccountSecurity): ConfirmBy {
  if (!hasPassword) return 'provider';
  return secondFactor === undefined ? 'password' : 'password-and-code';
}
