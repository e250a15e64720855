import { writtenLike } from '../_page/text-direction';

/** A reason that a party gave, as it was signed. */
export function SaidReason({ reason, locale }: { reason: string; locale: string }) {
  return <blockquote {...writtenLike(reason, [locale, 'en', 'ar'])}>{reason}</blockquote>;
}
