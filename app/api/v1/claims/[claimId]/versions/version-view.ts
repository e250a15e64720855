import type { Context } from '@/commands/command';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import type { DeskVersion } from '@/db/queries/desk/versions-of-document';

/** Versions as a member's program reads them: people by name and party. */
export async function versionViews(versions: readonly DeskVersion[], conn: Context['db']) {
  const nameOf = await authorNames({ authors: versions.flatMap(peopleOf) }, conn);
  return versions.map(({ seq, from, at, authors, names, revision, restored, isBeforeLoss, isNewest }) => ({
    seq,
    from,
    at,
    people: authors.map((author) => ({ ...nameOf(author), edits: author.edits })),
    names: names.map((named) => ({ name: named.name, by: nameOf(named) })),
    revision,
    restored: restored === null ? null : { seq: restored.seq, by: nameOf(restored) },
    isBeforeLoss,
    isNewest,
  }));
}

function peopleOf({ authors, names, restored }: DeskVersion): { personId: string; partyId: string }[] {
  return [...authors, ...names, ...(restored === null ? [] : [restored])];
}
