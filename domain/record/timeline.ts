/** One row of a record's log, without what it says. */
export type Edit = { seq: number; personId: string; partyId: string; at: Date };
/** A moment to come back to: the record after edit `seq`, the edits from `from` on that led to it, and whose they were. */
export type Version = { seq: number; from: number; at: Date; authors: VersionAuthor[] };
export type VersionAuthor = { personId: string; partyId: string; edits: number };

const windowMs = 10 * 60 * 1000;

/**
 * The versions of a record, oldest first, found in its log (PROTOCOL P45): the last edit of every ten minutes by the clock, the last before somebody begins
 * who has not edited in these ten minutes or the ten before, and every mark. So nothing has to be saved in time, and what one person does to others' work has a
 * moment just before it.
 */
export function timelineOf(edits: readonly Edit[], marks: ReadonlySet<number>): Version[] {
  const versions: Version[] = [];
  let open: Edit[] = [];
  let window = { number: Number.NaN, here: new Set<string>(), before: new Set<string>() };
  const close = () => {
    const version = versionOf(open);
    if (version !== undefined) versions.push(version);
    open = [];
  };
  for (const edit of edits) {
    const number = Math.floor(edit.at.getTime() / windowMs);
    const key = `${edit.personId} ${edit.partyId}`;
    if (number !== window.number) {
      close();
      window = { number, here: new Set(), before: number === window.number + 1 ? window.here : new Set() };
    } else if (!window.here.has(key) && !window.before.has(key)) close();
    window.here.add(key);
    open.push(edit);
    if (marks.has(edit.seq)) close();
  }
  close();
  return versions;
}

function versionOf(edits: readonly Edit[]): Version | undefined {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const authors = new Map<string, VersionAuthor>();
  for (const { personId, partyId } of edits) {
    const key = `${personId} ${partyId}`;
    const author = authors.get(key) ?? { personId, partyId, edits: 0 };
    authors.set(key, { ...author, edits: author.edits + 1 });
  }
  const byEdits = [...authors.values()].sort((a, b) => b.edits - a.edits || (a.personId < b.personId ? -1 : 1));
  return { seq: last.seq, from: first.seq, at: last.at, authors: byEdits };
}
