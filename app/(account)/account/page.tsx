import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { publicRead } from '@/app/_adapters/public-read';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { accountSecurity } from '@/db/queries/account-security';
import { passkeysOfPerson } from '@/db/queries/passkeys-of-person';
import { sessionsOfPerson } from '@/db/queries/sessions-of-person';
import { mayChooseFirst } from '@/domain/membership/first-password';
import { may } from '@/domain/policies/permissions';
import { isLocale, locales } from '@/messages/locales';
import { AccountDocument } from '../_document/account-document';
import { strangersLocale } from '../_document/languages';
import { AccountForm } from './account-form.client';
import { KeysPart } from './keys-part';
import { PasswordPart, SecondFactorPart } from './security-parts';
import { Sessions } from './sessions';
import { SignOutButton } from './sign-out-button.client';

const readSecurity = publicRead(accountSecurity);
const readKeys = publicRead(passkeysOfPerson);
const readSessions = publicRead(({ at, ...who }: { personId: string; sid: string; at: number }, conn) =>
  sessionsOfPerson({ ...who, now: new Date(at) }, conn),
);

export async function generateMetadata(): Promise<Metadata> {
  const member = await requirePageActor();
  const t = await getTranslations({ locale: member.locale, namespace: 'account' });
  return { title: t('account.title'), robots: { index: false } };
}

/** The name on one's coming signatures, one's language, how one signs in and where one is signed in, and the way out. */
export default async function AccountPage() {
  const member = await requirePageActor();
  const locale = isLocale(member.locale) ? member.locale : strangersLocale(undefined);
  const t = await getTranslations({ locale, namespace: 'account' });
  const role = await getTranslations({ locale, namespace: 'role' });
  const { personId, sid } = member;
  const now = new Date();
  const { hasPassword, secondFactor, signedInAt } = await readSecurity({ personId, sid });
  const keys = await readKeys({ personId });
  const mayAdd = may(member, 'passkey.add');
  const byPassword = secondFactor === undefined ? 'password' : 'password-and-code';
  const mayBeFirst = signedInAt !== undefined && mayChooseFirst(signedInAt, now);
  return (
    <AccountDocument locale={locale}>
      <div>
        <h1>{t('account.title')}</h1>
        <p className="lead">
          {t('account.who', { name: member.name, role: role(member.role), party: member.party?.name ?? 'none' })}{' '}
          <Link href="/desk">{t('account.desk')}</Link>
        </p>
      </div>
      <AccountForm
        publicName={member.publicName ?? ''}
        locale={locale}
        signs={member.role === 'moderator'}
        languages={Object.entries(locales).map(([value, { name }]) => ({ value, label: name }))}
      />
      <PasswordPart hasPassword={hasPassword} mayBeFirst={mayBeFirst} />
      <SecondFactorPart hasPassword={hasPassword} codesLeft={secondFactor?.codesLeft} />
      {(mayAdd || keys.length > 0) && (
        <KeysPart keys={keys} mayAdd={mayAdd} confirmWith={hasPassword ? byPassword : 'provider'} />
      )}
      <Sessions sessions={await readSessions({ personId, sid, at: now.getTime() })} personId={personId} />
      <SignOutButton personId={personId} />
    </AccountDocument>
  );
}
