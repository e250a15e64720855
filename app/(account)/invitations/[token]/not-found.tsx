import { AccountDocument } from '../../_document/account-document';
import { publicHome, strangersLocale } from '../../_document/languages';
import { NoSuchInvitation } from './no-such-invitation.client';

/** One answer for a link that is unknown, used, revoked, outlived or too old (SPEC M3). It takes its words as `app/(account)/not-found.tsx` does, and for the same reason. */
export default function NotFound() {
  const locale = strangersLocale(undefined);
  return (
    <AccountDocument locale={locale}>
      <NoSuchInvitation home={publicHome(locale)} />
    </AccountDocument>
  );
}
