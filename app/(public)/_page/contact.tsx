import { isWebAddress } from '@/domain/text-input';

/** How to reach the desk, as its steward wrote it: a link when it is an address of the web or of mail. */
export function Contact({ contact }: { contact: string }) {
  if (isWebAddress(contact)) return <a href={contact}>{contact}</a>;
  if (/^[^\s@:/?#]+@[^\s@:/?#]+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  return <span dir="auto">{contact}</span>;
}
