import { commentParts } from '@/domain/discussion/mentions';

/** The words of a comment as they were typed: plain text with its line breaks, and the names that it mentions. */
export function CommentWords({ body, mentions }: { body: string; mentions: readonly string[] }) {
  // Pieces of one text never change places, so that their index is their name.
  const parts = commentParts(body, mentions).map((part, index) => ({ ...part, key: `${index} ${part.text}` }));
  return (
    <p className="said" dir="auto">
      {parts.map(({ key, text, isMention }) => (isMention ? <b key={key}>{text}</b> : <span key={key}>{text}</span>))}
    </p>
  );
}
