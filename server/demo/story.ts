import { addLanguage } from '@/commands/claims/add-language';
import { closeClaim } from '@/commands/claims/close-claim';
import { uploadFile } from '@/commands/sources/upload-file';
import { correctDay, retractNames } from './after-publication';
import { articleText } from './article';
import { firstDissent, firstFinding, secondFinding } from './claims';
import type { DemoClock } from './clock';
import { publishSplit, publishWithDissent, publishWithoutSouth } from './disagreements';
import { dohaInArabic, secondFindingInArabic } from './doha-in-arabic';
import { evidence, questionOf, type } from './record-scenes';
import {
  type Article,
  accept,
  acceptTheQuestion,
  askForReply,
  attach,
  attest,
  discuss,
  due,
  propose,
  reply,
  search,
  sign,
  submitAndOpen,
} from './scenes';
import { done, type Stage } from './stage';
import { retypeEnd, setField, typeSentence, typeText } from './type-text';
import type { SourceIds } from './typed';

/** Two weeks of a desk's work, told in order; it ends now, with claims in every state there is. */
export async function playStory(stage: Stage, clock: DemoClock, charterSha256: string): Promise<void> {
  const bytes = new TextEncoder().encode(articleText);
  const context = await stage.as('n.checker', clock.day(13, '09:05'));
  const stored = done(
    await uploadFile(context, {
      sizeBytes: bytes.byteLength,
      limitBytes: bytes.byteLength,
      bytes: inOnePiece(bytes),
      again: async () => context,
    }),
  );
  const article: Article = { sha256: stored.sha256, readOn: clock.day(13, '00:00').toISOString().slice(0, 10) };
  await stage.play([
    () => publishDoha(stage, clock, charterSha256, article),
    () => publishWithoutSouth(stage, clock, charterSha256, article),
    () => publishSplit(stage, clock, charterSha256, article),
    () => publishWithDissent(stage, clock, charterSha256, article),
    () => correctDay(stage, clock, charterSha256, article),
    () => retractNames(stage, clock, charterSha256, article),
    () => signSignatories(stage, clock, charterSha256, article),
    () => searchForTracks(stage, clock, article),
    () => beginCyber(stage, clock, article),
    () => beginLoans(stage, clock, article),
    () => beginBillions(stage, clock, article),
    () => closeFuture(stage, clock, article),
    () => submitDelay(stage, clock, article),
  ]);
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first published verdict: frozen once, returned by a dissent, frozen again and signed by both desks. */
async function publishDoha(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'doha', 'n.checker', article, {
    submitted: clock.day(13, '09:20'),
    opened: clock.day(13, '09:31'),
  });
  await askForReply(stage, claimId, 'n.checker', clock.day(13, '10:00'));
  await reply(stage, claimId, {
    by: 'n.checker',
    at: clock.day(12, '09:15'),
    text: 'We wrote the article for this demonstration, so that there is something to check. We name no document for the ceasefire.',
    confirmed: { by: 's.checker', at: clock.day(12, '09:40') },
  });
  const ids = await evidence(stage, claimId, article, clock, 12, [
    'article',
    'agreement',
    'declaration',
    'resolution',
    'unama2020',
    'unama2021',
  ]);
  await type(stage, 'doha', claimId, clock, 11, ids, (value) =>
    value.startsWith(firstFinding.slice(0, -1)) ? firstFinding : value,
  );
  await stage.edit('n.checker', claimId, clock.day(11, '15:30'), (doc) => {
    setField(doc, 'rating', 'not-accurate');
    setField(doc, 'topics', ['Ceasefires']);
  });
  const question = questionOf('doha');
  await acceptTheQuestion(stage, claimId, question, 'n.moderator', clock.day(10, '08:40'));
  await acceptTheQuestion(stage, claimId, question, 's.moderator', clock.day(10, '10:02'));
  await translateDoha(stage, claimId, clock, ids);
  const first = await propose(stage, claimId, 'n.checker', clock.day(9, '11:00'));
  await sign(stage, first, charterSha256, 'n.moderator', clock.day(9, '13:15'), { decision: 'approve' });
  await sign(stage, first, charterSha256, 's.moderator', clock.day(8, '09:48'), {
    decision: 'dissent',
    reason: firstDissent,
    cites: 'C10',
  });
  await stage.edit('s.checker', claimId, clock.day(8, '14:20'), (doc) => {
    retypeEnd(doc, 'finding', '.', secondFinding);
    retypeEnd(doc, 'finding', '.', secondFindingInArabic, 'ar');
  });
  const second = await propose(stage, claimId, 's.checker', clock.day(3, '10:05'));
  await sign(stage, second, charterSha256, 's.moderator', clock.day(3, '15:07'), {
    decision: 'approve-with-statement',
    reason: 'We approve the finding. The week of reduced violence before the signing should be read alongside it.',
  });
  await attest(stage, second, charterSha256, 'o.mediator', clock.day(2, '15:20'), {
    procedure: 'followed',
    words:
      'Both desks accepted the question and graded each other’s sources. The dissent on revision 1 was answered before revision 2 was frozen.',
  });
  await sign(stage, second, charterSha256, 'n.moderator', clock.day(2, '15:41'), { decision: 'approve' });
  await stage.project(claimId);
}

/** A second language, before anybody signs: every signature covers both. */
async function translateDoha(stage: Stage, claimId: string, clock: DemoClock, ids: SourceIds): Promise<void> {
  done(await addLanguage(await stage.as('n.checker2', clock.day(10, '11:15')), { claimId, language: 'ar' }));
  for (const [by, at] of [
    ['n.checker2', '11:40'],
    ['s.checker2', '14:05'],
  ] as const)
    await stage.edit(by, claimId, clock.day(10, at), (doc) => {
      for (const piece of dohaInArabic.filter((one) => one.by === by)) typeText(doc, piece, ids, 'ar');
    });
}

/** In signing: the Southern desk has approved, the Northern desk has not yet. */
async function signSignatories(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'signatories', 's.checker', article, {
    submitted: clock.day(5, '08:30'),
    opened: clock.day(5, '08:35'),
  });
  await askForReply(stage, claimId, 's.checker', clock.day(5, '08:50'));
  const ids = await evidence(stage, claimId, article, clock, 4, ['article', 'agreement', 'declaration', 'resolution']);
  await type(stage, 'signatories', claimId, clock, 3, ids);
  await stage.edit('n.checker2', claimId, clock.day(3, '16:00'), (doc) => {
    setField(doc, 'rating', 'not-accurate');
    setField(doc, 'topics', ['Ceasefires']);
  });
  const question = questionOf('signatories');
  await acceptTheQuestion(stage, claimId, question, 's.moderator2', clock.day(2, '09:00'));
  await acceptTheQuestion(stage, claimId, question, 'n.moderator2', clock.day(2, '11:30'));
  const revision = await propose(stage, claimId, 'n.checker2', clock.day(1, '10:10'));
  await sign(stage, revision, charterSha256, 's.moderator', clock.day(1, '16:22'), { decision: 'approve' });
  await stage.project(claimId);
}

/** Open: the question is accepted, the evidence is thin, and the charter says what is left. */
async function searchForTracks(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'tracks', 'n.checker', article, {
    submitted: clock.day(4, '12:00'),
    opened: clock.day(4, '12:04'),
  });
  await due(stage, claimId, 'n.checker', clock.day(4, '12:10'), clock.day(-3, '12:00'));
  const source = await attach(stage, claimId, 'article', 'n.checker', clock.day(4, '12:20'), article);
  await type(stage, 'tracks', claimId, clock, 3, () => source);
  await accept(stage, source, 's.checker', clock.day(3, '17:45'));
  await acceptTheQuestion(stage, claimId, questionOf('tracks'), 'n.moderator', clock.day(2, '13:00'));
  await acceptTheQuestion(stage, claimId, questionOf('tracks'), 's.moderator', clock.day(2, '14:10'));
  await search(
    stage,
    claimId,
    'n.checker',
    clock.day(2, '15:00'),
    'undermines',
    'Searched for a count of ceasefires by kind of talks; none was found so far.',
  );
  await stage.project(claimId);
}

/** Open: one desk has accepted the question, the other has a source to grade. */
async function beginCyber(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'cyber', 's.checker2', article, {
    submitted: clock.day(3, '08:10'),
    opened: clock.day(3, '08:15'),
  });
  await type(stage, 'cyber', claimId, clock, 2, () => '');
  await attach(stage, claimId, 'article', 's.checker2', clock.day(2, '16:40'), article);
  await acceptTheQuestion(stage, claimId, questionOf('cyber'), 's.moderator', clock.day(1, '08:00'));
  await discuss(
    stage,
    claimId,
    '42 per cent in one year',
    {
      by: 'n.checker2',
      at: clock.day(1, '08:30'),
      body: 'Which year? The article names none, and without it nobody can look this up.',
    },
    {
      by: 's.checker2',
      at: clock.day(1, '08:50'),
      body: 'True. We ask the writers before the question is accepted by both desks.',
    },
  );
  await stage.project(claimId);
}

async function beginLoans(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'loans', 's.checker', article, {
    submitted: clock.day(2, '08:00'),
    opened: clock.day(2, '08:20'),
  });
  await due(stage, claimId, 's.checker', clock.day(2, '08:25'), clock.day(1, '12:00'));
  await type(stage, 'loans', claimId, clock, 1, () => '');
  await stage.project(claimId);
}

async function beginBillions(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'billions', 'n.checker2', article, {
    submitted: clock.day(1, '07:30'),
    opened: clock.day(1, '07:40'),
  });
  await stage.edit('n.checker2', claimId, clock.minutesAgo(50), (doc) => typeSentence(doc, 'question', questionOf('billions')));
  await stage.project(claimId);
}

/** Closed: a prediction is not checkable. */
async function closeFuture(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  const claimId = await submitAndOpen(stage, 'future', 'n.checker', article, { submitted: clock.day(1, '09:00') });
  const reason = 'It says what will happen. A prediction can be judged later; it cannot be checked now.';
  done(
    await closeClaim(await stage.as('s.moderator', clock.minutesAgo(40)), {
      claimId,
      as: 'not-checkable',
      statement: 'prediction',
      reason,
    }),
  );
}

/** Submitted: it waits for triage. */
async function submitDelay(stage: Stage, clock: DemoClock, article: Article): Promise<void> {
  await submitAndOpen(stage, 'delay', 's.checker2', article, { submitted: clock.minutesAgo(25) });
}
