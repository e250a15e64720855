import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { accountSecurity } from '@/db/queries/account-security';
import type { DeskRetraction, RetractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { passkeysOfPerson } from '@/db/queries/passkeys-of-person';
import { freshForMs, shareOf } from '@/domain/charter/check-signing';
import { loadDesk } from '../../../../../_frame/load-desk';
import { SignRetractionForm } from './sign-retraction-form.client';

/** The button that signs a retraction, or what keeps this moderator from it (SPEC RT2). The command asks again. */
export async function SignNow({
  published,
  retraction,
}: {
  published: NonNullable<RetractionsOfDesk['published']>;
  retraction: DeskRetraction;
}) {
  const { member, context } = await loadDesk();
  const t = await getTranslations('correction.desk');
  const { charter, work } = published;
  if (retraction.signOffs.some(({ personId }) => personId === member.personId)) return <Notice tone="ok">{t('already')}</Notice>;
  const isOwn = retraction.proposedBy === member.personId || shareOf(member.personId, work.authors) > charter.ownWorkSharePercent;
  if (isOwn) return <Notice title={t('bars')}>{t('own')}</Notice>;
  const security = await accountSecurity(member, context.db);
  const keys = await passkeysOfPerson(member, context.db);
  return (
    <SignRetractionForm
      about={{
        ...{ revision: published.id, retraction: retraction.id, reason: retraction.reason },
        ...{ party: member.party?.id ?? '', member: member.personId },
        ...{ recordSha256: published.recordSha256, charterSha256: charter.sha256 },
      }}
      facts={{ party: member.party?.name ?? '', number: published.number, charter: charter.number }}
      asksConflict={charter.asksConflict}
      isConfirmed={context.now.getTime() - member.confirmedAt.getTime() <= freshForMs}
      confirmBy={!security.hasPassword ? 'provider' : security.secondFactor === undefined ? 'password' : 'password-and-code'}
      means={{
        credentialIds: keys.map(({ credentialId }) => credentialId),
        hasCode: security.secondFactor !== undefined,
        weakest: charter.weakestProof,
      }}
    />
  );
}
