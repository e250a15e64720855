import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import type { PublicWorkspace } from '@/db/queries/public/root-workspace';
import type { Locale } from '@/messages/locales';
import { inLanguage } from '../_page/addresses';
import { readCharter } from '../_page/reads';

/** Beside the verdicts: who stands behind them, and by which rules. */
export async function DeskFacts({ locale, workspace }: { locale: Locale; workspace: PublicWorkspace }) {
  const t = await getTranslations({ locale, namespace: 'public' });
  const party = await getTranslations({ locale, namespace: 'party' });
  const amendment = await getTranslations({ locale, namespace: 'amendment' });
  const charter = await readCharter({ workspaceId: workspace.id });
  return (
    <aside className="now">
      <section>
        <h2>{t('facts.desk')}</h2>
        <ul>
          <li>
            <p>{t('facts.what')}</p>
            <Link href={inLanguage('/about', locale)}>{t('facts.about')}</Link>
          </li>
        </ul>
      </section>
      {charter !== null && !('broken' in charter) && (
        <>
          <section>
            <h2>{t('facts.parties')}</h2>
            <ul>
              {charter.parties.map(({ id, name, letter, position, standing }) => (
                <li key={id}>
                  <PartyMark position={position} letter={letter} size="sm" /> {name}
                  <p>{party(standing)}</p>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t('facts.charter')}</h2>
            <ul>
              <li>
                <Link href={inLanguage('/charter', locale)}>{t('charter.version', { number: charter.number })}</Link>
                {charter.inForceAt !== null && (
                  <p>
                    {t.rich('facts.inForce', {
                      date: () => <DateText at={charter.inForceAt ?? ''} show="day" timeZone={workspace.timeZone} />,
                    })}
                  </p>
                )}
                {charter.parties.some(
                  ({ id, standing }) => standing === 'signing' && charter.left.some(({ party: gone }) => gone === id),
                ) && <p>{amendment('left.text')}</p>}
              </li>
            </ul>
          </section>
        </>
      )}
    </aside>
  );
}
