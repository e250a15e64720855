import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { alternates, inLanguage } from '@/app/(public)/_page/addresses';
import { Contact } from '@/app/(public)/_page/contact';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readCharter } from '@/app/(public)/_page/reads';
import { PartyMark } from '@/components/record/party-mark';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  return { title: t('nav.about'), description: t('facts.what'), alternates: alternates('/about', locale) };
}

const steps = ['question', 'evidence', 'freeze', 'sign', 'publish'] as const;
const promised = ['consent', 'bytes', 'kept', 'own'] as const;
const notPromised = ['log', 'operator', 'available', 'coerced', 'funding'] as const;

/** What the desk is, how a verdict is made, how one is corrected, and what is promised and what is not. */
export default async function AboutPage({ params }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'public' });
  const party = await getTranslations({ locale, namespace: 'party' });
  const charter = await readCharter({ workspaceId: workspace.id });
  return (
    <PublicFrame locale={locale} path="/about" part="about">
      <article className="plain">
        <h1>{t('about.title', { workspace: workspace.name })}</h1>
        <p>{t('facts.what')}</p>
        <p>{t('about.party')}</p>
        {workspace.demonstration && <p>{t('about.demonstration')}</p>}
        {charter !== null && !('broken' in charter) && (
          <>
            <h2>{t('charter.parties')}</h2>
            <ul>
              {charter.parties.map(({ id, name, letter, position, standing }) => (
                <li key={id}>
                  <PartyMark position={position} letter={letter} size="sm" /> {name}, {party(standing)}
                </li>
              ))}
            </ul>
            <p>{t('about.standing')}</p>
          </>
        )}
        <h2 id="method">{t('about.methodTitle')}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`about.method.${step}`)}</li>
          ))}
        </ol>
        <p>{t.rich('about.rules', { charter: (words) => <Link href={inLanguage('/charter', locale)}>{words}</Link> })}</p>
        <h2 id="corrections">{t('about.correctionsTitle')}</h2>
        <p>{t('about.corrections')}</p>
        <p>{t('about.correctionsHow')}</p>
        <h2 id="promises">{t('about.promisedTitle')}</h2>
        <ul>
          {promised.map((promise) => (
            <li key={promise}>{t(`about.promised.${promise}`)}</li>
          ))}
        </ul>
        <h2 id="limits">{t('about.notPromisedTitle')}</h2>
        <ul>
          {notPromised.map((limit) => (
            <li key={limit}>{t(`about.notPromised.${limit}`)}</li>
          ))}
        </ul>
        <h2 id="contact">{t('about.contactTitle')}</h2>
        <p>
          {t('about.contact')} <Contact contact={workspace.contact} />
        </p>
      </article>
    </PublicFrame>
  );
}
