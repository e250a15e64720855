import { eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Db } from '@/db/handle';
import {
  appearances,
  claims,
  documentProjections,
  documents,
  events,
  publishers,
  questionAcceptances,
  revisions,
  signOffs,
  sources,
  verdicts,
} from '@/db/schema';
import { daysAfter } from '@/domain/claim/due';
import { canonicalBytes, digestOf, questionDigest } from '@/domain/record/canonical';
import { emptyTexts, type RecordDraft } from '@/domain/record/draft';
import { headsOf } from '@/domain/record/heads';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import type { Desk, Workspace } from '@/tests/support/build';
import { buildRevision } from '@/tests/support/sign';

const wordings = [
  { language: 'en', text: 'The ceasefire after the talks held for eighteen months in every district that was named' },
  { language: 'uk', text: 'Перемир’я після переговорів тривало вісімнадцять місяців у кожному названому районі' },
  { language: 'fr', text: 'Le cessez-le-feu conclu après les négociations a duré dix-huit mois dans chaque district' },
  { language: 'ar', text: 'استمرت الهدنة بعد المفاوضات ثمانية عشر شهرًا في كل منطقة ذُكرت في الاتفاق' },
] as const;
const inSigning = 60;
const batch = 250;
const eventsPerClaim = 12;

/** A desk that has worked for years: a fifth of its claims wait for triage, two fifths are at work, three tenths published, a tenth closed. */
export async function fillDesk(db: Db, workspace: Workspace, count: number): Promise<void> {
  const { id: revisionId } = await buildRevision(db, workspace);
  const [frozen] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
  if (frozen === undefined) throw new Error('The revision that the others are copied from was just made.');
  for (let from = 2; from <= count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from + 1) }, (_, index) => from + index);
    await addClaims(db, workspace, frozen, numbers);
  }
  // As the database does by itself on a desk that lives.
  await db.execute(sql`vacuum analyze`);
}

/** Written past the guards that keep a revision's path: what is measured is how lists read it, not how it came. */
async function addClaims(db: Db, workspace: Workspace, frozen: typeof revisions.$inferSelect, numbers: number[]): Promise<void> {
  const made = numbers.map((number) => claimOf(workspace, number, frozen));
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(claims).values(made.map(({ claim }) => claim));
    await tx.insert(appearances).values(made.map(({ claim }) => appearanceOf(claim)));
    await tx.insert(events).values(made.flatMap(({ claim }) => eventsOf(claim)));
    const open = made.filter(({ claim }) => claim.state === 'open');
    await tx.insert(documents).values(open.map(({ claim }) => documentOf(claim)));
    await tx.insert(documentProjections).values(open.map(({ claim, draft }) => projectionOf(claim, draft)));
    await tx.insert(questionAcceptances).values(open.flatMap(({ claim, draft }) => acceptancesOf(claim, draft)));
    const publisher = { id: v7(), workspaceId: workspace.id, name: `Publisher ${numbers[0]}`, fold: `publisher ${numbers[0]}` };
    await tx.insert(publishers).values({ ...publisher, alignment: 'none', createdAt: frozen.frozenAt });
    await tx.insert(sources).values(open.flatMap(({ claim }) => sourcesOf(claim, workspace, publisher.id)));
    const revised = open.flatMap(({ revision }) => revision ?? []);
    if (revised.length === 0) return;
    await tx.insert(revisions).values(revised);
    await tx.insert(signOffs).values(revised.flatMap((revision) => signOffsOf(workspace, revision)));
    const published = open.flatMap(({ claim, revision }) => (revision?.state === 'published' ? verdictOf(claim, revision) : []));
    if (published.length > 0) await tx.insert(verdicts).values(published);
  });
}

type Claim = typeof claims.$inferInsert;

function claimOf({ id: workspaceId, north, south, charter }: Workspace, number: number, frozen: typeof revisions.$inferSelect) {
  const wording = wordings[number % wordings.length] ?? wordings[0];
  const kind = number % 10;
  const state = kind < 2 ? 'submitted' : kind < 9 ? 'open' : 'closed';
  const desk = number % 3 === 0 ? south : north;
  const at = new Date(frozen.frozenAt.getTime() + number * 60_000);
  const text = `${wording.text}, ${number}.`;
  const claim = {
    ...{
      id: v7(),
      workspaceId,
      number,
      state,
      wording: text,
      words: text,
      submittedAt: at,
      openedAt: state === 'open' ? at : null,
    },
    ...(state === 'closed'
      ? { closedAs: 'not-checkable', closedReason: 'An opinion, which nobody can check.', closedAt: at }
      : {}),
    ...{
      submittedBy: desk.checkers[0].id,
      submittedByParty: desk.id,
      mainLanguage: wording.language,
      languages: [wording.language],
    },
    charterVersionId: state === 'open' ? charter.id : null,
    dueOn: number % 4 === 0 ? daysAfter('2026-11-01', number % 90) : null,
  } satisfies Claim;
  const isSigned = kind === 2 && number < inSigning * 10;
  const isPublished = kind >= 6;
  const revision = {
    ...{ ...frozen, id: v7(), claimId: claim.id },
    ...(isSigned ? { state: 'signing' as const } : { state: 'published' as const, outcome: 'joint' as const, publishedAt: at }),
  };
  return { claim, draft: draftOf(wording.language, text), revision: isSigned || isPublished ? revision : undefined };
}

type Revision = typeof revisions.$inferInsert;

/** Both desks signed what is published; of what is being signed, the first. */
function signOffsOf({ id, charter, north, south }: Workspace, revision: Revision) {
  const signed: Desk[] = revision.state === 'published' ? [north, south] : [north];
  return signed.map((desk, index) => {
    const statement = {
      ...{ v: 2, type: 'sign-off', workspace: id, claim: revision.claimId, revision: revision.id },
      ...{ recordSha256: revision.sha256, charterSha256: charter.sha256, party: desk.id, member: desk.moderators[0].id },
      ...{ decision: 'approve' as const, reason: '', nonce: digestOf(`${revision.id} ${index}`) },
    };
    const bytes = canonicalBytes(SignOffStatement.parse(statement));
    return {
      ...{ id: v7(), workspaceId: id, revisionId: revision.id, partyId: desk.id, personId: desk.moderators[0].id },
      ...{
        decision: statement.decision,
        signerName: '',
        bytes,
        sha256: digestOf(bytes),
        at: revision.frozenAt,
        position: index + 1,
      },
    };
  });
}

function verdictOf({ id, workspaceId, number, wording, mainLanguage, submittedAt }: Claim, revision: Revision) {
  return {
    ...{ id: v7(), workspaceId, claimId: id, revisionId: revision.id, slug: `claim-${number}`, outcome: 'joint' as const },
    ...{ rating: 'not-accurate', language: mainLanguage, languages: [mainLanguage], position: number },
    ...{ searchText: `${wording} `.repeat(20).toLowerCase(), firstPublishedAt: submittedAt, publishedAt: submittedAt },
  };
}

function draftOf(language: string, text: string): RecordDraft {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: `${text} `.repeat(8) }] };
  const texts = { ...emptyTexts, question: `${text.slice(0, -1)}?`, title: text.slice(0, 60), claimText: text, finding: text };
  return {
    texts: { [language]: { ...texts, analysis: Array.from({ length: 6 }, () => paragraph) } },
    fields: { topics: ['Ceasefires'] },
  };
}

function documentOf({ id, workspaceId, submittedAt }: Claim) {
  return { name: `claims/${id}/record`, workspaceId, claimId: id, kind: 'record' as const, headSeq: 1, createdAt: submittedAt };
}

function projectionOf({ id, workspaceId, submittedAt }: Claim, draft: RecordDraft) {
  const { questions, text: words } = headsOf(draft);
  return { document: `claims/${id}/record`, workspaceId, seq: 1, draft, questions, words, at: submittedAt };
}

function appearanceOf({ id, workspaceId, submittedBy, submittedAt }: Claim) {
  const place = { title: 'A speech at the talks', seenOn: '2026-03-02', addedBy: submittedBy, addedAt: submittedAt };
  return { id: v7(), workspaceId, claimId: id, position: 1, ...place };
}

/** Two thirds of the questions lack somebody's word. */
function acceptancesOf(
  { id, workspaceId, number, submittedBy, submittedByParty, submittedAt, mainLanguage }: Claim,
  draft: RecordDraft,
) {
  if (number % 3 === 0) return [];
  const question = draft.texts[mainLanguage]?.question ?? '';
  const accepted = { workspaceId, claimId: id, personId: submittedBy, partyId: submittedByParty, at: submittedAt };
  return [{ id: v7(), ...accepted, questionSha256: questionDigest(question), question }];
}

function sourcesOf(
  { id, workspaceId, number, submittedBy, submittedAt }: Claim,
  { north, south }: Workspace,
  publisherId: string,
) {
  return [1, 2, 3].map((one) => {
    const [by, other] = one === 2 ? [south, north] : [north, south];
    const isAccepted = (number + one) % 4 !== 0;
    return {
      ...{ id: v7(), workspaceId, claimId: id, number: one, kind: 'reference' as const, title: `Document ${one} of ${number}` },
      ...{
        publisherId,
        language: 'en',
        stance: one === 2 ? ('undermines' as const) : ('supports' as const),
        primacy: 'primary' as const,
      },
      ...{ interest: 'none' as const, says: 'What the record rests on.', attachedBy: submittedBy, attachedByParty: by.id },
      ...{ attachedAt: submittedAt, grading: 1, state: isAccepted ? ('accepted' as const) : ('proposed' as const) },
      ...(isAccepted ? { decidedBy: other.checkers[0].id, decidedByParty: other.id, decidedAt: submittedAt } : {}),
    };
  });
}

function eventsOf({ id, workspaceId, number, submittedBy, submittedByParty, submittedAt }: Claim) {
  return Array.from({ length: eventsPerClaim }, (_, index) => ({
    ...{ id: v7(), workspaceId, claimId: id, personId: submittedBy, partyId: submittedByParty, subjectId: id, requestId: v7() },
    ...{ type: index === 0 ? 'claim.submitted' : 'source.accepted', facts: { number }, at: submittedAt },
  }));
}
