import { and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { commentMentions, comments, people, sources } from '@/db/schema';
import type { Passage } from '@/domain/discussion/passage';
import type { Member } from '@/domain/policies/actor';
import { readableBy } from './readable-by';

export type DeskComment = {
  id: string;
  person: string;
  partyId: string;
  body: string;
  /** Names that its words mention. */
  mentions: string[];
  at: Date;
};

/** What a thread is on. */
export type ThreadPlace =
  | { kind: 'passage'; passage: Passage }
  | { kind: 'source'; sourceId: string; number: number }
  | { kind: 'clause'; clause: string }
  | { kind: 'claim' };

export type DeskThread = {
  /** That of its first comment. */
  id: string;
  /** The one party that reads it; null where all parties do. */
  audienceParty: string | null;
  on: ThreadPlace;
  resolved: { at: Date; person: string; partyId: string } | null;
  comments: DeskComment[];
};

/** The threads of a claim that a member may read, in the order in which they were begun, replies in theirs. */
export async function threadsOfClaim({ claimId, member }: { claimId: string; member: Member }, conn: Db): Promise<DeskThread[]> {
  const resolvers = alias(people, 'resolvers');
  const rows = await conn
    .select({ comment: comments, person: people.name, resolver: resolvers.name, sourceNumber: sources.number })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.personId))
    .leftJoin(resolvers, eq(resolvers.id, comments.resolvedBy))
    .leftJoin(sources, eq(sources.id, comments.sourceId))
    .where(
      and(
        eq(comments.claimId, claimId),
        eq(comments.workspaceId, member.workspaceId),
        readableBy(member, comments.audienceParty),
      ),
    )
    .orderBy(asc(comments.seq));
  const mentions = await mentionsIn(
    rows.map(({ comment }) => comment.id),
    conn,
  );
  const said = rows.map(({ comment, person }) => ({
    threadId: comment.threadId ?? comment.id,
    comment: {
      id: comment.id,
      person,
      partyId: comment.partyId,
      body: comment.body,
      mentions: mentions.filter(({ commentId }) => commentId === comment.id).map(({ name }) => name),
      at: comment.at,
    },
  }));
  return rows
    .filter(({ comment }) => comment.threadId === null)
    .map(({ comment, resolver, sourceNumber }) => ({
      id: comment.id,
      audienceParty: comment.audienceParty,
      on: placeOf(comment, sourceNumber ?? 0),
      resolved: resolvedBy(comment, resolver),
      comments: said.filter(({ threadId }) => threadId === comment.id).map((one) => one.comment),
    }));
}

type Row = typeof comments.$inferSelect;

function placeOf({ passage, sourceId, clause }: Row, number: number): ThreadPlace {
  if (passage !== null) return { kind: 'passage', passage };
  if (sourceId !== null) return { kind: 'source', sourceId, number };
  return clause === null ? { kind: 'claim' } : { kind: 'clause', clause };
}

function resolvedBy({ resolvedAt, resolvedByParty }: Row, person: string | null): DeskThread['resolved'] {
  return resolvedAt === null || resolvedByParty === null
    ? null
    : { at: resolvedAt, person: person ?? '', partyId: resolvedByParty };
}

async function mentionsIn(commentIds: string[], conn: Db): Promise<{ commentId: string; name: string }[]> {
  if (commentIds.length === 0) return [];
  return conn
    .select({ commentId: commentMentions.commentId, name: commentMentions.name })
    .from(commentMentions)
    .where(inArray(commentMentions.commentId, commentIds));
}
