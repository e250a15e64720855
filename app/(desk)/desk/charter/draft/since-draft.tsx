import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import type { DeskCharter } from '@/db/queries/desk/charters-of-desk';
import { loadDesk } from '../../../_frame/load-desk';

/** Why a draft cannot be proposed now, said before anybody drafts: which version waits, for what, and what that makes of a draft. */
export async function BarNotice({ bar, newest, isOpen }: { bar: string; newest: DeskCharter; isOpen: boolean }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('charterDraft.since');
  const amendment = await getTranslations('amendment');
  const waits = newest.state === 'notice' && newest.effectiveAt !== null;
  return (
    <Notice tone="wait" title={bar} actions={<ButtonLink href="/desk/charter">{t('toCharter')}</ButtonLink>}>
      {newest.effectiveAt !== null && waits && (
        <p>
          {amendment('inForceFrom')} <DateText at={newest.effectiveAt} timeZone={workspace.timeZone} />
        </p>
      )}
      {waits && isOpen && <p>{t('ends')}</p>}
    </Notice>
  );
}

/** What ended the last draft, as far as it counts now: the version that was proposed, or the one in force. */
export async function EndedNotice({ newest }: { newest: DeskCharter }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('charterDraft.since');
  const { number, state, proposedByParty } = newest;
  if (state !== 'proposed' && state !== 'in-force') return null;
  const party = workspace.parties.find(({ id }) => id === proposedByParty)?.name ?? t('somebody');
  return (
    <Notice
      tone={state === 'proposed' ? 'wait' : 'info'}
      title={state === 'proposed' ? t('proposed', { number, party }) : t('inForce', { number })}
      actions={<ButtonLink href="/desk/charter">{t('toCharter')}</ButtonLink>}
    >
      {t(state === 'proposed' ? 'proposedText' : 'inForceText')}
    </Notice>
  );
}
