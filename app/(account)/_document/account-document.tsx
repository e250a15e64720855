import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { type Locale, localeFacts } from '@/messages/locales';
import { AccountFrame } from './account-frame.client';
import { publicHome } from './languages';

/** The whole document of a page with one form, in the language that the page has found. */
export async function AccountDocument({ locale, end, children }: { locale: Locale; end?: ReactNode; children: ReactNode }) {
  const { account, brand, common, errors, fields, layout, passkey, security } = await getMessages({ locale });
  return (
    <html lang={locale} dir={localeFacts(locale).dir}>
      <body>
        <AccountFrame
          locale={locale}
          messages={{ account, brand, common, errors, fields, layout, passkey, security }}
          home={publicHome(locale)}
        >
          {children}
          {end}
        </AccountFrame>
      </body>
    </html>
  );
}
