import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { DeskRevision } from '@/db/queries/desk/revision-of-desk';
import { loadDesk } from '../../../../../../_frame/load-desk';

/** What became of a revision that nobody can sign any more. */
export async function StateNotice({ revision }: { revision: DeskRevision }) {
  const { partyOf } = await loadDesk();
  const t = await getTranslations('desk.signing');
  const life = await getTranslations('life');
  const retracted = await getTranslations('correction.retracted');
  const toRecord = <Link href={`/desk/claims/${revision.claimId}`}>{t('toRecord')}</Link>;
  if (revision.state === 'withdrawn') {
    return (
      <Notice
        tone="wait"
        title={t('returned', { why: whyReturned(revision), party: partyOf(revision.endedByParty)?.name ?? '' })}
      >
        <bdi>{revision.endedReason}</bdi> {toRecord}
      </Notice>
    );
  }
  if (revision.state === 'expired') {
    return (
      <Notice tone="wait" title={life('expired')}>
        {life('expiredText')} {toRecord}
      </Notice>
    );
  }
  if (revision.state === 'published' || revision.state === 'superseded') {
    return (
      <Notice tone="ok" title={t('published')}>
        {revision.slug !== null && <Link href={`/verdicts/${revision.slug}`}>{t('toVerdict')}</Link>}
      </Notice>
    );
  }
  if (revision.state === 'retracted') {
    return (
      <Notice tone="wait" title={retracted('title', { number: revision.number })}>
        {retracted('text')} <Link href={`/desk/claims/${revision.claimId}/retraction`}>{retracted('toTombstone')}</Link>
      </Notice>
    );
  }
  return null;
}

/** What sent it back: the position whose reason was kept, or, where there is none, that its proposers took it back. */
function whyReturned({ signOffs, endedByParty, endedReason }: DeskRevision): 'dissent' | 'other' | 'withdrawal' {
  const said = signOffs.find(({ partyId, reason }) => partyId === endedByParty && reason === endedReason);
  if (said === undefined) return 'withdrawal';
  return said.decision === 'dissent' ? 'dissent' : 'other';
}
