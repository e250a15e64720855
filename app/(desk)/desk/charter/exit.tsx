import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { declaredExit } from '@/db/queries/desk/declared-exit';
import { loadDesk } from '../../_frame/load-desk';
import { ExitForm, SettleExit } from './exit-form.client';

/** How a party leaves: for its own moderators, and nobody else sees a way to do it (C39). */
export async function Exit({ sha256 }: { sha256: string }) {
  const { member, db, abilities, workspace } = await loadDesk();
  const { party, role, personId } = member;
  if (party === null || role !== 'moderator' || !abilities['charter.leave']) return null;
  const t = await getTranslations('amendment');
  const declared = await declaredExit({ partyId: party.id }, db);
  return (
    <section className="narrow" aria-labelledby="exit">
      <h2 id="exit">{t('exit.title', { party: party.name })}</h2>
      {declared === undefined ? (
        <ExitForm party={party.name} sha256={sha256} />
      ) : (
        <Notice tone="wait" title={t('exit.declared', { party: party.name })}>
          <p>
            {t('exit.reason', { reason: declared.reason })} <DateText at={declared.at} timeZone={workspace.timeZone} />
          </p>
          <p>{t(declared.personId === personId ? 'exit.waits' : 'exit.confirmText')}</p>
          <SettleExit party={party.name} mayConfirm={declared.personId !== personId} />
        </Notice>
      )}
    </section>
  );
}
