import { AccountDocument } from '../../_document/account-document';
import { strangersLocale } from '../../_document/languages';
import { NoSuchReset } from './no-such-reset.client';

/** One answer for a link that is unknown, used, overtaken or too old. It takes its words as `app/(account)/not-found.tsx` does, and for the same reason. */
export default function NotFound() {
  const locale = strangersLocale(undefined);
  return (
    <AccountDocument locale={locale}>
      <NoSuchReset />
    </AccountDocument>
  );
}
