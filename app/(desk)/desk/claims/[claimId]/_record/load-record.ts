import { getTranslations } from 'next-intl/server';
import { byName } from '@/components/ui/by-name';
import { charterOfClaim } from '@/db/queries/charter-of-claim';
import { claimOfDesk, type DeskClaim } from '@/db/queries/desk/claim-of-desk';
import { eventsOfClaim } from '@/db/queries/desk/events-of-desk';
import { membersOfDesk, readersOfNotes } from '@/db/queries/desk/members-of-desk';
import { publishersOfDesk, sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { tasksOfClaim } from '@/db/queries/desk/tasks-of-claim';
import { threadsOfClaim } from '@/db/queries/desk/threads-of-claim';
import { workOnClaim } from '@/db/queries/desk/work-on-claim';
import { recordFactsOf } from '@/db/queries/record-facts';
import { lateRepliesOf, replyRows } from '@/db/queries/reply-of-claim';
import { transparencyFinding } from '@/db/queries/transparency';
import { isReplaceable } from '@/domain/claim/replaceable';
import { isOpenRevision, stageOf } from '@/domain/claim/stage';
import { recordDocument } from '@/domain/record/document-name';
import { emptyTexts, isBlank, type RecordDraft, textsOf } from '@/domain/record/draft';
import { type Desk, loadDesk } from '../../../../_frame/load-desk';

/** Everything on the page of a claim, or undefined: an unknown id and one of another workspace are the same (SPEC A3). */
export async function loadRecord(claimId: string) {
  const desk = await loadDesk();
  const { db, member, abilities } = desk;
  const { workspaceId } = member;
  const claim = await claimOfDesk({ claimId, workspaceId }, db);
  if (claim === undefined) return undefined;
  const draft = await draftOf(claim, desk);
  const texts = textsOf(draft, claim.language);
  const charter = await charterOfClaim({ claimId, workspaceId }, db);
  const inSigning = claim.revisions.find(isOpenRevision);
  const lateReplies = inSigning && charter ? await lateRepliesOf({ id: inSigning.id, claimId }, charter.charter, db) : 0;
  return {
    claim,
    draft,
    texts,
    heading: isBlank(texts.question) ? claim.wording : texts.question,
    stage: stageOf(claim),
    inSigning,
    // In the mediation, or with a reply that it lacks, another text may be proposed in its place (SPEC L20).
    canPropose:
      abilities['revision.propose'] &&
      claim.state === 'open' &&
      (inSigning === undefined ||
        (charter !== undefined && isReplaceable({ ...inSigning, lateReplies }, charter.charter.parameters, desk.context.now))),
    nextRevision: (claim.revisions.at(-1)?.number ?? 0) + 1,
    charter,
    facts: charter && (await recordFactsOf({ claimId, workspaceId, draft, language: claim.language, now: desk.context.now }, db)),
    transparency: charter && (await transparencyFinding({ workspaceId, charter: charter.charter, now: desk.context.now }, db)),
    reply: await replyRows([claimId], db),
    sources: await sourcesOfClaim({ claimId, workspaceId }, db),
    publishers: abilities['source.attach'] ? (await publishersOfDesk({ workspaceId }, db)).toSorted(byName(member.locale)) : [],
    events: abilities['events.read'] ? await eventsOfClaim({ claimId, member }, db) : [],
    threads: await threadsOfClaim({ claimId, member }, db),
    tasks: await tasksOfClaim({ claimId, member }, db),
    work: await workOnClaim({ claimId, member }, db),
    people: await peopleOfParties(desk),
    readers: member.party === null ? 0 : await readersOfNotes({ partyId: member.party.id, workspaceId }, db),
    canEdit: abilities['record.edit'] && claim.state === 'open',
  };
}

export type LoadedRecord = NonNullable<Awaited<ReturnType<typeof loadRecord>>>;

/** The newest projection; a document that nobody has connected to yet is read from its log. A claim that was never opened has its wording. */
async function draftOf(claim: DeskClaim, { context }: Desk): Promise<RecordDraft> {
  if (claim.draft !== undefined) return claim.draft;
  const projection = claim.charterNumber === null ? undefined : await context.collab.projectionAt(recordDocument(claim.id));
  return projection?.draft ?? { texts: { [claim.language]: { ...emptyTexts, claimText: claim.wording } }, fields: {} };
}

/** Everybody who sits with a party, whom a comment may mention and a task may be given to. */
async function peopleOfParties({ member, db }: Desk): Promise<{ id: string; name: string; partyId: string }[]> {
  const members = await membersOfDesk(member, db);
  return members.flatMap(({ personId, name, partyId }) => (partyId === null ? [] : [{ id: personId, name, partyId }]));
}

/** The charter's ratings with the words that this reader's language has for them. */
export async function ratingsOf(record: LoadedRecord): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations('rating');
  return (record.charter?.charter.parameters.ratings ?? []).map(({ key }) => ({ value: key, label: t.has(key) ? t(key) : key }));
}
