import { and, asc, between, desc, eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { documentUpdates, documentVersions, revisions } from '@/db/schema';
import { notesDocument, recordDocument } from '@/domain/record/document-name';
import { timelineOf, type Version } from '@/domain/record/timeline';

export type DeskVersion = Version & {
  /** The names that people gave it. */
  names: { name: string; personId: string; partyId: string }[];
  /** The revision that was frozen from it. */
  revision: number | null;
  /** The version that it brought back, and who did that. */
  restored: { seq: number; personId: string; partyId: string } | null;
  /** It is the last before much of the text went. */
  isBeforeLoss: boolean;
  /** Nothing has come since. */
  isNewest: boolean;
};

/** A page looks at so many edits at most and shows so many versions. */
const editsPerPage = 5_000;
const versionsPerPage = 30;

type Asked = { document: string; before: number | undefined };
type Page = { items: DeskVersion[]; nextCursor: number | undefined };
type Marks = { kept: (typeof documentVersions.$inferSelect)[]; frozen: { seq: number; number: number }[] };

/**
 * A record's versions, newest first, a page at a time; `nextCursor` is the first edit of the last one. The claim is one of the reader's workspace: whoever
 * asks has made sure.
 */
export async function versionsOfRecord(
  { claimId, before }: { claimId: string; before: number | undefined },
  conn: Db,
): Promise<Page> {
  return versionsOf({ document: recordDocument(claimId), before }, claimId, conn);
}

/** The same of a party's private notes, of which no revision is ever frozen. The party is the reader's own. */
export async function versionsOfNotes(
  { claimId, partyId, before }: { claimId: string; partyId: string; before: number | undefined },
  conn: Db,
): Promise<Page> {
  return versionsOf({ document: notesDocument(claimId, partyId), before }, undefined, conn);
}

/** `claimId`: the claim whose revisions are frozen from this document. */
async function versionsOf({ document, before }: Asked, claimId: string | undefined, conn: Db): Promise<Page> {
  const { seq, personId, partyId, at } = documentUpdates;
  const edits = await conn
    .select({ seq, personId, partyId, at })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, document), before === undefined ? undefined : lt(seq, before)))
    .orderBy(desc(seq))
    .limit(editsPerPage);
  const [last, first] = [edits[0], edits.at(-1)];
  if (last === undefined || first === undefined) return { items: [], nextCursor: undefined };
  const marks = await marksBetween({ claimId, document, from: first.seq, to: last.seq }, conn);
  const versions = timelineOf(edits.toReversed(), numbersOf(marks)).toReversed();
  // The oldest one may have begun before what was looked at: it is told whole on the next page.
  const whole = first.seq > 1 && versions.length > 1 ? versions.slice(0, -1) : versions;
  const shown = whole.slice(0, versionsPerPage);
  const oldest = shown.at(-1)?.from ?? 1;
  return {
    items: shown.map((version) => ({
      ...version,
      ...toldOf(version.seq, marks),
      isNewest: before === undefined && version.seq === last.seq,
    })),
    nextCursor: oldest > 1 ? oldest : undefined,
  };
}

async function marksBetween(
  { claimId, document, from, to }: { claimId: string | undefined; document: string; from: number; to: number },
  conn: Db,
): Promise<Marks> {
  return {
    kept: await conn
      .select()
      .from(documentVersions)
      .where(and(eq(documentVersions.document, document), between(documentVersions.seq, from, to)))
      .orderBy(asc(documentVersions.at)),
    frozen:
      claimId === undefined
        ? []
        : await conn
            .select({ seq: revisions.seq, number: revisions.number })
            .from(revisions)
            .where(and(eq(revisions.claimId, claimId), between(revisions.seq, from, to))),
  };
}

/** A restore has a version before it as well. */
function numbersOf({ kept, frozen }: Marks): Set<number> {
  return new Set([
    ...frozen.map(({ seq }) => seq),
    ...kept.flatMap(({ seq, kind }) => (kind === 'restored' ? [seq - 1, seq] : [seq])),
  ]);
}

function toldOf(seq: number, { kept, frozen }: Marks): Omit<DeskVersion, keyof Version | 'isNewest'> {
  const here = kept.filter((row) => row.seq === seq);
  const restored = here.find(({ kind }) => kind === 'restored');
  return {
    names: here.flatMap(({ name, personId, partyId }) =>
      name === null ? [] : [{ name, personId: personId ?? '', partyId: partyId ?? '' }],
    ),
    revision: frozen.find((row) => row.seq === seq)?.number ?? null,
    restored:
      restored === undefined
        ? null
        : { seq: restored.restoredSeq ?? 0, personId: restored.personId ?? '', partyId: restored.partyId ?? '' },
    isBeforeLoss: here.some(({ kind }) => kind === 'before-loss'),
  };
}
