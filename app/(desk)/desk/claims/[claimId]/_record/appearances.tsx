import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';
import { AppearanceDialog } from '../_panels/appearance-dialog.client';

/** Where the claim appeared, and when it was seen there (C01). */
export async function Appearances({ claim, canAdd, today }: { claim: DeskClaim; canAdd: boolean; today: string }) {
  const t = await getTranslations('desk.appearance');
  return (
    <div className="by">
      {claim.appearances.map(({ id, title, url, seenOn, locator }) => (
        <span key={id}>
          {url === null ? (
            <b>{title}</b>
          ) : (
            <a href={url} target="_blank" rel="noreferrer nofollow">
              <b>{title}</b>
            </a>
          )}{' '}
          {locator !== null && `· ${locator} `}· {t('seen')} <DateText at={seenOn} show="day" />
        </span>
      ))}
      {canAdd && <AppearanceDialog claimId={claim.id} today={today} />}
    </div>
  );
}
