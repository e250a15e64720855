import type { ReactNode } from 'react';
import { DemoBanner } from './demo-banner';
import { Footer, type FooterProps } from './footer';
import { Masthead, type MastheadProps } from './masthead';
import { SkipLink } from './skip-link';

/** The frame of a public page: skip link, banner, head, one `main`, foot. */
export function PublicPage({
  demo,
  masthead,
  footer,
  children,
}: {
  demo: boolean;
  masthead: MastheadProps;
  footer: FooterProps;
  children: ReactNode;
}) {
  return (
    <div className="public">
      <SkipLink />
      {demo && <DemoBanner />}
      <Masthead {...masthead} />
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      <Footer {...footer} />
    </div>
  );
}
