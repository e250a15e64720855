import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { inLanguage } from '../_page/addresses';
import { readChallenges } from '../_page/reads';
import type { Reading } from '../_verdict/reading';
import { ChallengeList } from './challenge-list';

/** What was held against this verdict, with both clocks of each, and the way to challenge it (C32): none where it was retracted, since nobody stands by it any more. */
export async function ChallengesSection({ reading }: { reading: Reading }) {
  const { verdict, workspace, locale } = reading;
  const t = await getTranslations({ locale, namespace: 'challenge' });
  const { items, nextCursor } = await readChallenges({
    workspaceId: workspace.id,
    slug: verdict.slug,
    now: new Date().toISOString(),
  });
  const route = verdict.charter.correctionRoute;
  return (
    <div className="wide">
      <p>{t('section.count', { count: items.length, more: String(nextCursor !== null) })}</p>
      {route !== null && <p className="muted">{t('section.clocks', { ack: route.ackHours, decide: route.decideHours })}</p>}
      <ChallengeList challenges={items} locale={locale} timeZone={workspace.timeZone} />
      <p className="acts">
        {verdict.retraction === null && (
          <>
            <ButtonLink href={inLanguage(`/verdicts/${verdict.slug}/challenge`, locale)} prefetch={false}>
              {t('section.challenge')}
            </ButtonLink>{' '}
          </>
        )}
        <Link href={inLanguage('/corrections', locale)}>{t('section.all')}</Link>
      </p>
    </div>
  );
}
