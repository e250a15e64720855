import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import type { PersonSession } from '@/db/queries/sessions-of-person';
import { EndSession } from './end-session.client';
import { SignOutEverywhere } from './sign-out-everywhere.client';

/** Where the person is signed in: since when, seen last when, by what browser (SPEC M22). */
export async function Sessions({ sessions, personId }: { sessions: PersonSession[]; personId: string }) {
  const t = await getTranslations('security.sessions');
  return (
    <section className="part" aria-labelledby="sessions">
      <h2 id="sessions">{t('title')}</h2>
      <p>{t('text')}</p>
      <ul className="sessions">
        {sessions.map(({ id, browser, since, lastSeen, isThis }) => {
          const name = browser ?? t('unknown');
          return (
            <li key={id}>
              <p>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {isThis && <span className="this">{t('this')}</span>}
              </p>
              <p className="note">
                {t('since')} <DateText at={since} />
              </p>
              {!isThis && (
                <>
                  <p className="note">
                    {t('lastSeen')} <DateText at={lastSeen} />
                  </p>
                  <EndSession sessionId={id} label={t('endOf', { browser: name })} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <div className="acts">
        <SignOutEverywhere personId={personId} />
      </div>
    </section>
  );
}
