import { AccountDocument } from './_document/account-document';
import { publicHome, strangersLocale } from './_document/languages';
import { NoSuchPage } from './_document/no-such-page.client';

/**
 * A setup link that is spent answers like one that never was. Next draws this beside every account page, before the page has said its language:
 * a question to next-intl on the server, or a `setRequestLocale`, would decide for that page too.
 */
export default function NotFound() {
  const locale = strangersLocale(undefined);
  return (
    <AccountDocument locale={locale}>
      <NoSuchPage home={publicHome(locale)} />
    </AccountDocument>
  );
}
