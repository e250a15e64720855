import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { clockOf } from '@/domain/claim/revision-stages';
import { loadDesk } from '../../../../_frame/load-desk';
import { Moment } from '../../../../_words/moment';
import type { LoadedRecord } from './load-record';
import { ReopenClaim } from './reopen-claim.client';

/** Where the claim stands when that changes what editing means: being signed, sent back, published, closed. */
export async function ClaimBanner({ record }: { record: LoadedRecord }) {
  const { abilities, partyOf, context, workspace } = await loadDesk();
  const t = await getTranslations('desk.banner');
  const life = await getTranslations('life.banner');
  const words = await getTranslations('statement');
  const { claim, inSigning, nextRevision } = record;
  const last = claim.revisions.at(-1);
  const link = (number: number) => `/desk/claims/${claim.id}/revisions/${number}`;
  if (claim.state === 'closed') {
    return (
      <Notice
        title={t(`closed.${claim.closedAs ?? 'withdrawn'}`)}
        actions={abilities['claim.reopen'] && <ReopenClaim claimId={claim.id} />}
      >
        {claim.closedAs === 'not-checkable' && claim.statement !== null && claim.statement !== 'fact' && (
          <p>{words(`kind.${claim.statement}`)}</p>
        )}
        <bdi>{claim.closedReason}</bdi>
        {claim.duplicateOf !== null && (
          <p>
            <Link href={`/desk/claims/${claim.duplicateOf.id}`}>
              {t('duplicateOf', { number: claim.duplicateOf.number })} <bdi>{claim.duplicateOf.wording}</bdi>
            </Link>
          </p>
        )}
      </Notice>
    );
  }
  const clock = inSigning && clockOf(inSigning, context.now);
  if (inSigning !== undefined && clock !== undefined) {
    return (
      <Notice
        tone="wait"
        title={life(clock.is, { number: inSigning.number })}
        actions={<ButtonLink href={link(inSigning.number)}>{t('read', { number: inSigning.number })}</ButtonLink>}
      >
        {clock.until !== null && (
          <p>
            {life.rich('until', {
              date: () => <Moment at={clock.until ?? context.now} now={context.now} timeZone={workspace.timeZone} />,
            })}
          </p>
        )}
        {t(record.canEdit ? 'signing' : 'signingForReaders', { next: nextRevision })}
      </Notice>
    );
  }
  if (last?.state === 'withdrawn') {
    return (
      <Notice
        tone="wait"
        id="returned"
        title={t('returnedTitle', { number: last.number, party: partyOf(last.endedByParty)?.name ?? '' })}
        actions={<ButtonLink href={link(last.number)}>{t('read', { number: last.number })}</ButtonLink>}
      >
        <bdi>{last.endedReason}</bdi>
      </Notice>
    );
  }
  if (record.stage === 'published' && claim.slug !== null) {
    return (
      <Notice tone="ok" title={t('publishedTitle')}>
        {record.canEdit && t('published')} <Link href={`/verdicts/${claim.slug}`}>{t('openVerdict')}</Link>
      </Notice>
    );
  }
  return null;
}
