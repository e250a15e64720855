import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import type { DeskInvitation } from '@/db/queries/desk/invitations-of-desk';
import { CommandButton } from '../../../_forms/command-button.client';
import { loadDesk } from '../../../_frame/load-desk';
import type { People } from './load-people';

/** The seats of one party that are offered and not taken yet: to whom, for whoever may take the offer back, and to nobody else (SPEC M9). */
export async function OpenInvitations({
  invitations,
  mayRevoke,
}: {
  invitations: DeskInvitation[];
  mayRevoke: People['mayRevoke'];
}) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.members');
  const words = await getTranslations('role');
  if (invitations.length === 0) return null;
  return (
    <>
      <h3>{t('invited')}</h3>
      <ul className="seats">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <span>
              {invitation.email === undefined ? t('somebody') : <bdi className="unbroken">{invitation.email}</bdi>}{' '}
              <span className="muted">
                {t('offer', { role: words(invitation.role) })}{' '}
                <DateText at={invitation.expiresAt} timeZone={workspace.timeZone} />
              </span>
            </span>
            {mayRevoke(invitation) && (
              <CommandButton size="small" action={`/api/v1/invitations/${invitation.id}/revocation`}>
                {t('revoke')}
              </CommandButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
