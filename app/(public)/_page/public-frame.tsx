import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PublicPage } from '@/components/layout/public-page';
import type { Locale } from '@/messages/locales';
import { inLanguage, languageLinks } from './addresses';
import { readWorkspace } from './reads';

type FrameProps = {
  locale: Locale;
  /** The page's address without a language: the switch leads to the same page. */
  path: string;
  /** The part of the site that the page belongs to. */
  part?: 'verdicts' | 'corrections' | 'charter' | 'about';
  children: ReactNode;
};

const parts = {
  verdicts: '/',
  corrections: '/corrections',
  charter: '/charter',
  parity: '/parity',
  about: '/about',
  transparency: '/transparency',
} as const;

/** The head and foot of every public page. It names only pages that exist. */
export async function PublicFrame({ locale, path, part, children }: FrameProps) {
  const t = await getTranslations({ locale, namespace: 'public' });
  const workspace = await readWorkspace({});
  const link = (name: keyof typeof parts) => ({ href: inLanguage(parts[name], locale), label: t(`nav.${name}`) });
  return (
    <PublicPage
      demo={workspace?.demonstration ?? false}
      masthead={{
        home: inLanguage('/', locale),
        workspace: workspace?.name,
        nav: (['verdicts', 'corrections', 'charter', 'about'] as const).map((name) => ({
          ...link(name),
          current: name === part,
        })),
        languages: languageLinks(path, locale),
      }}
      footer={{
        groups: [
          { title: t('foot.read'), links: [link('verdicts'), { href: inLanguage('/search', locale), label: t('nav.search') }] },
          {
            title: t('foot.rules'),
            links: [link('charter'), link('corrections'), link('parity'), link('transparency'), link('about')],
          },
          { title: t('foot.members'), links: [{ href: `/sign-in?lang=${locale}`, label: t('foot.signIn') }] },
        ],
      }}
    >
      {children}
    </PublicPage>
  );
}
