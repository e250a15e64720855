import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { DeskRetraction, RetractionsOfDesk } from '@/db/queries/desk/retraction-of-desk';
import { interestsOfSeat } from '@/db/queries/interests-of-desk';
import { lists } from '@/domain/charter/charter-text';
import { DeclareInterests } from '../../../../../_forms/declare-interests.client';
import { loadDesk } from '../../../../../_frame/load-desk';
import { loadSigner } from '../../../../../_sign/load-signer';
import { subjectOf } from '../../../../../_sign/subject-of';
import { checksBeforeRetracting } from './checks-before-retracting';
import { SignRetractionForm } from './sign-retraction-form.client';

/** The button that signs a retraction, or what keeps this moderator from it (SPEC RT2). The command asks again. */
export async function SignNow({
  claimNumber,
  published,
  retraction,
}: {
  claimNumber: number;
  published: NonNullable<RetractionsOfDesk['published']>;
  retraction: DeskRetraction;
}) {
  const desk = await loadDesk();
  const { member, context } = desk;
  const t = await getTranslations('correction.desk');
  const { charter } = published;
  if (retraction.signOffs.some(({ personId }) => personId === member.personId)) return <Notice tone="ok">{t('already')}</Notice>;
  const declared = await interestsOfSeat({ ...member, partyId: member.party?.id ?? '' }, context.db);
  const { bars, mustDeclare } = checksBeforeRetracting(published, retraction, {
    personId: member.personId,
    declaredMsAgo: declared && context.now.getTime() - declared.at.getTime(),
  });
  if (bars.length > 0) return <Notice title={t('bars')}>{t('own')}</Notice>;
  if (mustDeclare) return <DeclareInterests interests={declared?.interests ?? undefined} />;
  return (
    <SignRetractionForm
      about={{
        ...{ revision: published.id, retraction: retraction.id, reason: retraction.reason },
        ...{ party: member.party?.id ?? '', member: member.personId },
        ...{ recordSha256: published.recordSha256, charterSha256: charter.sha256 },
      }}
      subject={subjectOf(published.record, {
        ...{ claimNumber, number: published.number },
        locale: await getLocale(),
      })}
      facts={{ party: member.party?.name ?? '', number: published.number, charter: charter.number }}
      asksConflict={lists(charter, 'C19')}
      signer={await loadSigner(desk, charter.parameters)}
    />
  );
}
