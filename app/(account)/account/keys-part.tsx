import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { OwnKey } from '@/db/queries/passkeys-of-person';
import { AddKey, type ConfirmWith, RemoveKey } from './keys.client';

/** A moderator's keys for sign-offs: which, since when, and the way to add one or to take one away (SPEC M28, M29). */
export async function KeysPart({ keys, mayAdd, confirmWith }: { keys: OwnKey[]; mayAdd: boolean; confirmWith: ConfirmWith }) {
  const t = await getTranslations('passkey.account');
  return (
    <section className="part" aria-labelledby="keys">
      <h2 id="keys">{t('title')}</h2>
      <p>{t('text')}</p>
      {mayAdd && keys.length < 2 && <p>{t(keys.length === 0 ? 'none' : 'one')}</p>}
      {keys.length > 0 && (
        <ul className="sessions">
          {keys.map(({ id, name, isSynced, createdAt, lastUsedAt }) => (
            <li key={id}>
              <p>
                <strong>
                  <Name>{name}</Name>
                </strong>
                <span className="this">{t(isSynced ? 'synced' : 'bound')}</span>
              </p>
              <p className="note">
                {t('added')} <DateText at={createdAt} /> ·{' '}
                {lastUsedAt === null ? (
                  t('never')
                ) : (
                  <>
                    {t('lastUsed')} <DateText at={lastUsedAt} />
                  </>
                )}
              </p>
              <RemoveKey id={id} name={name} confirmWith={confirmWith} />
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddKey confirmWith={confirmWith} />}
    </section>
  );
}
