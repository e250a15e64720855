import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { PasswordForm } from './password-form.client';
import { SecondFactor } from './second-factor.client';

/** Another password; for who comes by a provider the first one, shortly after signing in there (SPEC M19). */
export async function PasswordPart({ hasPassword, mayBeFirst }: { hasPassword: boolean; mayBeFirst: boolean }) {
  const t = await getTranslations('security.password');
  return (
    <section className="part" aria-labelledby="password">
      <h2 id="password">{t('title')}</h2>
      <p>{t(hasPassword ? 'text' : 'noneText')}</p>
      {hasPassword || mayBeFirst ? <PasswordForm hasPassword={hasPassword} /> : <Notice>{t('signInAgain')}</Notice>}
    </section>
  );
}

/** The second factor stands on a password: who has none is asked for one by their provider. */
export async function SecondFactorPart({ hasPassword, codesLeft }: { hasPassword: boolean; codesLeft: number | undefined }) {
  const t = await getTranslations('security.second');
  const isOn = codesLeft !== undefined;
  return (
    <section className="part" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('title')}</h2>
      <p>{isOn ? t('isOn', { count: codesLeft }) : t('text')}</p>
      {isOn && codesLeft < 3 && <Notice tone="wait">{t('fewCodes')}</Notice>}
      {hasPassword ? <SecondFactor isOn={isOn} /> : <Notice>{t('needsPassword')}</Notice>}
    </section>
  );
}
