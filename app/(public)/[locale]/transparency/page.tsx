import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { alternates, inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readTransparency } from '@/app/(public)/_page/reads';
import { DeskStatement, PartyStatements } from '@/app/(public)/_transparency/statements';
import { isOfParty, sections } from '@/domain/transparency/sections';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'transparency' });
  return { title: t('title'), description: t('description'), alternates: alternates('/transparency', locale) };
}

/** What the desk and each of its parties say about themselves, and since when it has been confirmed (C40). */
export default async function TransparencyPage({ params }: Props) {
  const { locale, workspace } = await openPage(params);
  const t = await getTranslations({ locale, namespace: 'transparency' });
  const said = await readTransparency({ workspaceId: workspace.id });
  return (
    <PublicFrame locale={locale} path="/transparency">
      <article className="plain">
        <h1>{t('title')}</h1>
        <p>{t('public.intro')}</p>
        {said.days !== null && (
          <p>
            {t.rich('public.rule', {
              days: said.days,
              charter: (words) => <Link href={`${inLanguage('/charter', locale)}#C40`}>{words}</Link>,
            })}
          </p>
        )}
        {sections.map((section) => {
          const Statements = isOfParty(section) ? PartyStatements : DeskStatement;
          return (
            <section key={section} aria-labelledby={section}>
              <h2 id={section}>{t(`section.${section}`)}</h2>
              <Statements section={section} said={said} workspace={workspace} locale={locale} />
            </section>
          );
        })}
      </article>
    </PublicFrame>
  );
}
