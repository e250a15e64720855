import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { Author, ChangedLine } from '@/platform/ports';

/** A compared line as a member's program reads it: people by name and party. */
export function lineView({ parts, form }: ChangedLine, nameOf: (author: Author) => DeskAuthor) {
  const by = (author: Author | undefined) => (author === undefined ? null : nameOf(author));
  return {
    parts: parts.map(({ kind, text, marks = [], ...part }) => ({
      ...{ kind, text, by: by(part.by) },
      marks: marks.map(({ mark, isOn, ...change }) => ({ mark, isOn, by: by(change.by) })),
    })),
    form: form === undefined ? null : { before: form.before, after: form.after, by: by(form.by) },
  };
}
