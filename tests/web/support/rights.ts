import type { Permission } from '@/domain/policies/permissions';
import type { PerActor } from './actors';

/** Ids and words of the things that rows are about; all of them belong to the Northern desk or are everybody's. */
export type Names = Record<string, string>;

/** A thing that is made afresh for each who may: what they do spends it. */
export type Thing =
  | 'a submitted claim'
  | 'an open claim'
  | 'a claim with notes'
  | 'a closed claim'
  | 'a source'
  | 'a reply'
  | 'a file'
  | 'a list'
  | 'a comment'
  | 'a task'
  | 'a view'
  | 'an invitation'
  | 'a colleague'
  | 'a revision in signing'
  | 'a challenge'
  | 'a published revision'
  | 'a retraction'
  | 'no unsubscription';

/** Who may: a permission of domain/policies/permissions.ts, anybody with a session, or anybody at all. */
export type May = Permission | 'session' | 'everybody';

/**
 * One route and what it answers, as a status and the code of a refusal. Whoever has no session gets `401 not-signed-in`, whoever lacks the permission
 * `403 not-allowed`, and a member of another desk `404 not-found` where the address names a thing by its id: none of that is written here.
 */
export type Right = {
  may: May;
  /** What those who may are answered. A refusal counts where it comes behind the door: what it says is about the thing. */
  answer: string;
  /** Those who may and are answered otherwise, since the thing is theirs or another's. */
  but?: PerActor<string>;
  /** What is sent. `n` is another number each time. */
  body?: object | ((names: Names, n: number) => object);
  of?: Thing;
  /** It ends the session or the seat of whoever asks, so a colleague with the same seat does. */
  spare?: true;
  /** The one thing that somebody without a seat here writes at a desk. */
  strangersWrite?: true;
};

const hex = 'a'.repeat(64);
const long = 'Twenty characters and some more, so that no length is at fault here.';
const grading = { stance: 'supports', primacy: 'secondary', interest: 'declared', interestNote: 'Named.' };
const appearance = { title: 'A page', seenOn: '2026-01-02' };
const newPerson = { name: 'Somebody', email: 'somebody@example.org', password: 'a password of some length' };
const reading = {
  mapping: { wording: 'claim' },
  defaults: { language: 'en', title: 'A list', seenOn: '2026-01-02', dayOrder: 'year-first' },
};
/** A list is its party's, and so is what became of it. */
const ofOwnParty = { otherSide: '404 not-found' };
/** Seats are filled and emptied by the moderators of their own party. */
const byOwnModerator = {
  southModerator: '403 not-your-party',
  mediator: '403 not-your-party',
  observer: '403 not-allowed',
};

/** Every route of the API. A new one gets a row here, or tests/architecture.test.ts says that it has none. */
export const rights: Record<string, Right> = {
  'POST /api/v1/challenges/[challengeId]/acknowledgement': {
    may: 'challenge.acknowledge',
    answer: '200',
    of: 'a challenge',
    body: {},
  },
  'POST /api/v1/challenges/[challengeId]/decisions': {
    may: 'challenge.decide',
    answer: '201',
    of: 'a challenge',
    body: { decision: 'accept', reason: long, publishesWords: false },
  },
  // Whoever has the link may, and this one is nobody's.
  'POST /api/v1/challenges/withdrawal': { may: 'everybody', answer: '404 not-found', body: { token: hex } },
  'GET /api/v1/charter': { may: 'everybody', answer: '200' },
  'POST /api/v1/charter/drafts': { may: 'charter.draft', answer: '409 draft-open', body: {} },
  // Nobody has chosen so much in either desk's draft.
  'POST /api/v1/charter/proposals': { may: 'charter.propose', answer: '404 not-found', body: { draft: 1, seq: 999_999 } },
  'POST /api/v1/charter/withdrawals': {
    may: 'charter.propose',
    answer: '409 charter-superseded',
    but: { elsewhere: '404 not-found' },
    body: ({ charterSha256 }) => ({ sha256: charterSha256, reason: long }),
  },
  'POST /api/v1/charter/exits': {
    may: 'charter.leave',
    answer: '409 charter-not-in-force',
    but: { elsewhere: '422 no-charter-in-force', observer: '403 not-allowed' },
    body: { leave: 'this-charter', sha256: hex, reason: long },
  },
  'POST /api/v1/charter/exits/settlement': {
    may: 'charter.leave',
    answer: '409 no-exit-declared',
    but: { observer: '403 not-allowed' },
    body: { as: 'withdrawn' },
  },
  'POST /api/v1/charter/ratifications': {
    may: 'charter.ratify',
    answer: '409 already-ratified',
    but: { elsewhere: '404 not-found' },
    body: ({ charterSha256 }) => ({ sha256: charterSha256 }),
  },
  'GET /api/v1/claims': { may: 'claim.list', answer: '200' },
  'POST /api/v1/claims': { may: 'claim.submit', answer: '201', body: { wording: 'A claim.', language: 'en', appearance } },
  'GET /api/v1/claims/[claimId]': { may: 'claim.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/appearances': {
    may: 'appearance.add',
    answer: '201',
    body: (_names, n) => ({ ...appearance, locator: `p. ${n}` }),
  },
  'PUT /api/v1/claims/[claimId]/assignment': { may: 'claim.assign', answer: '409 unchanged', body: { personId: null } },
  'GET /api/v1/claims/[claimId]/authorship': { may: 'claim.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/close': {
    may: 'claim.close',
    answer: '200',
    of: 'a submitted claim',
    body: { as: 'not-checkable', reason: long },
  },
  'POST /api/v1/claims/[claimId]/charter-agreements': {
    may: 'charter.move',
    answer: '409 charter-not-in-force',
    but: { mediator: '403 not-allowed' },
    of: 'an open claim',
    body: { sha256: hex },
  },
  'PUT /api/v1/claims/[claimId]/due-date': { may: 'claim.schedule', answer: '200', body: (_names, n) => ({ dueOn: dayOf(n) }) },
  'GET /api/v1/claims/[claimId]/challenges': { may: 'challenge.read', answer: '200' },
  'GET /api/v1/claims/[claimId]/comments': { may: 'comment.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/comments': {
    may: 'comment.write',
    answer: '201',
    body: (_names, n) => ({ audience: 'joint', on: { kind: 'claim' }, body: `Comment number ${n}`, mentions: [] }),
  },
  'POST /api/v1/claims/[claimId]/languages': {
    may: 'language.change',
    answer: '201',
    of: 'an open claim',
    body: { language: 'ar' },
  },
  'POST /api/v1/claims/[claimId]/languages/[language]/removal': {
    may: 'language.change',
    answer: '404 language-unknown',
    body: {},
  },
  'POST /api/v1/claims/[claimId]/open': {
    may: 'claim.open',
    answer: '200',
    of: 'a submitted claim',
    body: { statement: 'fact' },
  },
  'POST /api/v1/claims/[claimId]/reply/answers': {
    may: 'reply.record',
    answer: '409 claimant-not-asked',
    of: 'an open claim',
    body: { text: 'We said no such thing.', language: 'en', receivedOn: '2026-03-02' },
  },
  'POST /api/v1/claims/[claimId]/reply/contacts': {
    may: 'reply.ask',
    answer: '201',
    body: { contactedOn: '2026-03-02', channel: 'email', asked: 'Press office' },
  },
  'POST /api/v1/claims/[claimId]/reply/waivers': {
    may: 'reply.waive',
    answer: '201',
    of: 'an open claim',
    body: { reason: long },
  },
  'GET /api/v1/claims/[claimId]/preview': { may: 'revision.propose', answer: '200' },
  'PUT /api/v1/claims/[claimId]/primary-justification': {
    may: 'primary.justify',
    answer: '200',
    body: (_names, n) => ({ text: `${long} ${n}` }),
  },
  'POST /api/v1/claims/[claimId]/question-acceptances': {
    may: 'question.accept',
    answer: '409 question-moved',
    body: { questionSha256: hex },
  },
  'POST /api/v1/claims/[claimId]/reopen': { may: 'claim.reopen', answer: '200', of: 'a closed claim', body: { reason: long } },
  'POST /api/v1/claims/[claimId]/revisions': {
    may: 'revision.propose',
    answer: '409 revision-in-signing',
    body: { seq: 1, digest: hex },
  },
  'POST /api/v1/claims/[claimId]/searches': {
    may: 'search.record',
    answer: '201',
    of: 'an open claim',
    body: { stance: 'supports', note: long },
  },
  'POST /api/v1/claims/[claimId]/sources': {
    may: 'source.attach',
    answer: '201',
    body: (_names, n) => ({
      kind: 'reference',
      title: 'A source',
      publisher: { name: `Publisher number ${n}`, alignment: { kind: 'none' } },
      language: 'en',
      says: 'What it says.',
      ...grading,
    }),
  },
  // Whose notes is told by the seat: everybody who has a party reads and restores their own, and there are no others.
  'GET /api/v1/claims/[claimId]/notes/versions': { may: 'notes.read', answer: '200', of: 'a claim with notes' },
  'POST /api/v1/claims/[claimId]/notes/versions': {
    may: 'notes.write',
    answer: '201',
    of: 'a claim with notes',
    body: { name: 'Before the talks' },
  },
  'GET /api/v1/claims/[claimId]/notes/versions/[seq]': { may: 'notes.read', answer: '200', of: 'a claim with notes' },
  'GET /api/v1/claims/[claimId]/notes/versions/[seq]/diff/[other]': {
    may: 'notes.read',
    answer: '200',
    of: 'a claim with notes',
  },
  'POST /api/v1/claims/[claimId]/notes/versions/[seq]/restore': {
    may: 'notes.write',
    answer: '201',
    of: 'a claim with notes',
    body: {},
  },
  'GET /api/v1/claims/[claimId]/tasks': { may: 'task.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/tasks': {
    may: 'task.write',
    answer: '201',
    body: (_names, n) => ({ audience: 'joint', what: `Task number ${n}` }),
  },
  'GET /api/v1/claims/[claimId]/versions': { may: 'claim.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/versions': { may: 'version.name', answer: '201', body: { name: 'Before the talks' } },
  'GET /api/v1/claims/[claimId]/versions/[seq]': { may: 'claim.read', answer: '200' },
  'GET /api/v1/claims/[claimId]/versions/[seq]/diff/[other]': { may: 'claim.read', answer: '200' },
  'POST /api/v1/claims/[claimId]/versions/[seq]/restore': {
    may: 'version.restore',
    answer: '201',
    of: 'an open claim',
    body: {},
  },
  'POST /api/v1/claims/article': { may: 'claim.submit', answer: '200', body: { text: 'A sentence.', language: 'en' } },
  'POST /api/v1/claims/batch': {
    may: 'claim.submit',
    answer: '201',
    body: { language: 'en', appearance, claims: [{ wording: 'A claim.' }], as: 'submitted' },
  },
  'POST /api/v1/claims/changes': {
    may: 'claim.schedule',
    answer: '200',
    body: ({ claimId }, n) => ({ claimIds: [claimId], change: { kind: 'due', dueOn: dayOf(n) } }),
  },
  'POST /api/v1/claims/similar': { may: 'claim.read', answer: '200', body: { text: 'A claim like another.' } },
  'POST /api/v1/comments/[commentId]/replies': {
    may: 'comment.write',
    answer: '201',
    of: 'a comment',
    body: { body: 'An answer.', mentions: [] },
  },
  'PUT /api/v1/comments/[commentId]/resolution': {
    may: 'comment.resolve',
    answer: '200',
    of: 'a comment',
    body: { resolved: true },
  },
  'GET /api/v1/imports': { may: 'claim.import', answer: '200' },
  'POST /api/v1/imports': { may: 'claim.import', answer: '201', body: { fileName: 'list.csv', text: 'claim\nA claim.' } },
  'GET /api/v1/imports/[importId]': { may: 'claim.import', answer: '200', but: ofOwnParty },
  'POST /api/v1/imports/[importId]/cancel': {
    may: 'claim.import',
    answer: '409 import-not-running',
    but: ofOwnParty,
    of: 'a list',
    body: {},
  },
  'POST /api/v1/imports/[importId]/discard': {
    may: 'claim.import',
    answer: '200',
    but: ofOwnParty,
    of: 'a list',
    body: {},
  },
  'POST /api/v1/imports/[importId]/preview': { may: 'claim.import', answer: '200', but: ofOwnParty, body: reading },
  'GET /api/v1/imports/[importId]/report': { may: 'claim.import', answer: '200', but: ofOwnParty },
  'POST /api/v1/imports/[importId]/start': {
    may: 'claim.import',
    answer: '200',
    but: ofOwnParty,
    of: 'a list',
    body: { reading },
  },
  'POST /api/v1/invitations': {
    may: 'member.invite',
    answer: '201',
    but: { ...byOwnModerator, steward: '403 stewards-invite-no-more', elsewhere: '404 not-found' },
    body: ({ northId }, n) => ({ partyId: northId, role: 'checker', email: `number-${n}@invited.example`, locale: 'en' }),
  },
  'POST /api/v1/invitations/[invitationId]/revocation': {
    may: 'member.invite',
    answer: '200',
    but: { ...byOwnModerator, steward: '403 not-your-party' },
    of: 'an invitation',
    body: {},
  },
  'POST /api/v1/invitations/acceptance': {
    may: 'everybody',
    answer: '404 invitation-invalid',
    body: { token: hex, name: 'Somebody', password: newPerson.password },
  },
  'GET /api/v1/me': { may: 'account.change', answer: '200' },
  'PUT /api/v1/me': { may: 'account.change', answer: '200', body: { locale: 'en' } },
  'POST /api/v1/me/departure': { may: 'member.leave', answer: '200', spare: true, body: { leave: 'this-desk' } },
  'PUT /api/v1/me/password': {
    may: 'account.change',
    answer: '401 wrong-credentials',
    body: { password: 'not the password of anybody', newPassword: 'a password of some length' },
  },
  'POST /api/v1/me/passkeys': {
    may: 'passkey.add',
    answer: '422 passkey-not-made',
    body: {
      name: 'Phone',
      registration: {
        ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
        response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
      },
    },
  },
  'POST /api/v1/me/passkeys/[passkeyId]/removal': { may: 'account.change', answer: '404 not-found', body: {} },
  'POST /api/v1/me/passkeys/challenge': { may: 'passkey.add', answer: '201', body: {} },
  'POST /api/v1/me/second-factor': {
    may: 'account.change',
    answer: '401 wrong-credentials',
    body: { password: 'not the password of anybody' },
  },
  'POST /api/v1/me/second-factor/off': {
    may: 'account.change',
    answer: '401 wrong-credentials',
    body: { password: 'not the password of anybody', code: '123456' },
  },
  'POST /api/v1/me/second-factor/on': {
    may: 'account.change',
    answer: '409 second-factor-not-begun',
    body: { code: '123456' },
  },
  'POST /api/v1/me/sessions/[sessionId]/end': { may: 'account.change', answer: '404 not-found', body: {} },
  'POST /api/v1/me/sessions/end': { may: 'account.change', answer: '200', spare: true, body: {} },
  'POST /api/v1/members/[personId]/removal': {
    may: 'member.remove',
    answer: '200',
    but: byOwnModerator,
    of: 'a colleague',
    body: {},
  },
  'PUT /api/v1/members/[personId]/role': {
    may: 'member.change',
    answer: '200',
    but: byOwnModerator,
    of: 'a colleague',
    body: { role: 'moderator' },
  },
  'GET /api/v1/notifications': { may: 'notification.read', answer: '200' },
  'GET /api/v1/notifications/mails': { may: 'notification.read', answer: '200' },
  'PUT /api/v1/notifications/mails': { may: 'notification.read', answer: '200', body: {} },
  'POST /api/v1/notifications/read': { may: 'notification.read', answer: '200', body: { keys: [] } },
  'POST /api/v1/password-resets': { may: 'everybody', answer: '400 invalid-input', body: { email: 'no address' } },
  'POST /api/v1/password-resets/use': {
    may: 'everybody',
    answer: '404 reset-invalid',
    body: { token: hex, newPassword: 'a password of some length' },
  },
  'POST /api/v1/revisions/[revisionId]/nonce': {
    may: 'revision.sign',
    answer: '422 not-these-bytes',
    but: { mediator: '422 party-not-of-charter' },
    body: { decision: 'approve', conflict: 'none', recordSha256: hex, charterSha256: hex },
  },
  'POST /api/v1/revisions/[revisionId]/sign-offs': {
    may: 'revision.sign',
    answer: '422 nonce-spent',
    body: { nonce: hex, proof: { kind: 'password' } },
  },
  'POST /api/v1/revisions/[revisionId]/attestations': {
    may: 'revision.attest',
    answer: '422 nonce-spent',
    body: { nonce: hex, proof: { kind: 'password' } },
  },
  'POST /api/v1/revisions/[revisionId]/attestations/statement': {
    may: 'revision.attest',
    answer: '422 not-these-bytes',
    of: 'a revision in signing',
    body: { procedure: 'followed', recordSha256: hex, charterSha256: hex },
  },
  'POST /api/v1/revisions/[revisionId]/retractions': {
    may: 'retraction.propose',
    answer: '201',
    of: 'a published revision',
    body: { reason: long },
  },
  'POST /api/v1/retractions/[retractionId]/nonce': {
    may: 'retraction.sign',
    answer: '201',
    but: { mediator: '403 not-your-party' },
    of: 'a retraction',
    body: { conflict: 'none' },
  },
  'POST /api/v1/retractions/[retractionId]/sign-offs': {
    may: 'retraction.sign',
    answer: '422 nonce-spent',
    of: 'a retraction',
    body: { nonce: hex, proof: { kind: 'password' } },
  },
  'POST /api/v1/retractions/[retractionId]/end': {
    may: 'retraction.sign',
    answer: '200',
    but: { mediator: '403 not-your-party' },
    of: 'a retraction',
    body: { reason: long },
  },
  // What is in signing is not about to be published, so there is nothing to hold up, and nobody has signed it yet.
  'POST /api/v1/revisions/[revisionId]/holds': {
    may: 'publication.hold',
    answer: '409 revision-not-open',
    of: 'a revision in signing',
    body: { reason: long, hours: 1 },
  },
  'POST /api/v1/revisions/[revisionId]/sign-off-withdrawals': {
    may: 'revision.sign',
    answer: '409 nothing-signed',
    of: 'a revision in signing',
    body: { reason: long },
  },
  'POST /api/v1/revisions/[revisionId]/withdrawal': {
    may: 'revision.withdraw',
    answer: '200',
    but: { otherSide: '403 not-your-proposal' },
    of: 'a revision in signing',
    body: { reason: long },
  },
  'POST /api/v1/session/confirm': {
    may: 'session.confirm',
    answer: '401 wrong-credentials',
    body: { password: 'not the password of anybody' },
  },
  'POST /api/v1/session/sign-out': { may: 'session', answer: '200', spare: true, body: {} },
  'POST /api/v1/setup': {
    may: 'everybody',
    answer: '409 already-set-up',
    body: {
      token: hex,
      workspace: { name: 'A desk', slug: 'a-desk', timeZone: 'Europe/Oslo', mainLanguage: 'en', contact: 'desk@example.org' },
      steward: newPerson,
      parties: ['One', 'Two'].map((name) => ({ name, letter: name[0], standing: 'signing' })),
    },
  },
  'POST /api/v1/me/interests': { may: 'interests.declare', answer: '201', body: {} },
  'POST /api/v1/replies/[replyId]/confirmation': {
    may: 'reply.decide',
    answer: '200',
    but: { ownParty: '403 own-reply' },
    of: 'a reply',
    body: {},
  },
  'POST /api/v1/replies/[replyId]/contest': {
    may: 'reply.decide',
    answer: '200',
    but: { ownParty: '403 own-reply' },
    of: 'a reply',
    body: { reason: long },
  },
  'POST /api/v1/sources/[sourceId]/acceptance': {
    may: 'source.accept',
    answer: '200',
    but: { ownParty: '403 own-source' },
    of: 'a source',
    body: { grading: 1 },
  },
  'POST /api/v1/sources/[sourceId]/dispute': {
    may: 'source.accept',
    answer: '200',
    but: { ownParty: '403 own-source' },
    of: 'a source',
    body: { grading: 1, reason: long },
  },
  // Readers fetch what a published revision names; this one is in none, and does not exist for them.
  'GET /api/v1/sources/[sourceId]/file': {
    may: 'everybody',
    answer: '200',
    but: { nobody: '404 not-found', removed: '404 not-found', elsewhere: '404 not-found', steward: '403 not-allowed' },
    of: 'a file',
  },
  'PUT /api/v1/sources/[sourceId]/grading': {
    may: 'source.grade',
    answer: '200',
    but: { otherSide: '403 not-your-source' },
    of: 'a source',
    body: grading,
  },
  'POST /api/v1/sources/[sourceId]/withdrawal': {
    may: 'source.withdraw',
    answer: '200',
    but: { otherSide: '403 not-your-source' },
    of: 'a source',
    body: {},
  },
  // A task is its asker's party's, and of the party of whoever is to do it: here the Northern desk's alone.
  'PUT /api/v1/tasks/[taskId]': {
    may: 'task.write',
    answer: '200',
    but: { otherSide: '403 not-your-task', observing: '403 not-your-task' },
    of: 'a task',
    body: (_names, n) => ({ what: `Task of another name, number ${n}` }),
  },
  'PUT /api/v1/tasks/[taskId]/completion': {
    may: 'task.write',
    answer: '200',
    but: { otherSide: '403 not-your-task', observing: '403 not-your-task' },
    of: 'a task',
    body: { done: true },
  },
  'GET /api/v1/unsubscriptions/[token]': { may: 'everybody', answer: '303 /unsubscribe/unknown', of: 'no unsubscription' },
  'POST /api/v1/unsubscriptions/[token]': { may: 'everybody', answer: '404 not-found', body: {} },
  'PUT /api/v1/uploads': {
    may: 'object.store',
    answer: '201',
    body: (_names, n) => new TextEncoder().encode(`The bytes of file number ${n}.`),
  },
  'GET /api/v1/verdicts': { may: 'everybody', answer: '200' },
  'GET /api/v1/verdicts/[slug]': { may: 'everybody', answer: '200' },
  'GET /api/v1/verdicts/[slug]/challenges': { may: 'everybody', answer: '200' },
  'POST /api/v1/verdicts/[slug]/challenges': {
    may: 'everybody',
    answer: '201',
    body: { about: 'finding', words: long },
    strangersWrite: true,
  },
  'POST /api/v1/views': {
    may: 'view.save',
    answer: '201',
    body: (_names, n) => ({ name: `View number ${n}`, parameters: 'due=overdue', sharedWith: 'party' }),
  },
  // A moderator speaks of their own party, one of an observing party too; of the whole desk those of the signing ones.
  'POST /api/v1/transparency/statements': {
    may: 'transparency.write',
    answer: '201',
    but: { observer: '403 not-allowed' },
    body: (_names, n) => ({ section: 'members', text: `Two moderators and two checkers, as of day ${n}.` }),
  },
  'POST /api/v1/transparency/statements/[statementId]/confirmations': {
    may: 'transparency.write',
    answer: '201',
    but: { observing: '403 not-allowed' },
    body: {},
  },
  // A view is of the person who saved it: here the Northern desk's checker.
  'POST /api/v1/views/[viewId]/removal': {
    may: 'view.save',
    answer: '200',
    but: { northModerator: '404 not-found', otherSide: '404 not-found', observing: '404 not-found' },
    of: 'a view',
    body: {},
  },
  'GET /api/v1/workspaces/[workspaceId]/events': { may: 'events.read', answer: '200' },
};

/**
 * One page, or a file beside the pages. Whoever has no session is sent to the sign-in page, and a member of another desk gets 404 where the address
 * names a thing by its id.
 */
export type PageRight = {
  may: May;
  /** What a member without the right gets: nothing there, or a page that says so. */
  otherwise?: '404' | '200';
  but?: PerActor<string>;
  /** Words of the Northern desk's, by their name in `Names`: those who may see them, and nobody else does. */
  shows?: string;
};

const forgotten = '307 /sign-in/forgotten';

/** Every page, and every route handler outside the API, by the address without a language. */
export const pageRights: Record<string, PageRight> = {
  '/': { may: 'everybody' },
  '/[...rest]': { may: 'everybody', but: { nobody: '404', removed: '404', signedIn: '404' } },
  '/about': { may: 'everybody' },
  '/account': { may: 'account.change' },
  '/account/confirm': { may: 'account.change' },
  '/challenges/[token]': { may: 'everybody', but: { nobody: '404', removed: '404', signedIn: '404' } },
  '/charter': { may: 'everybody' },
  '/charter/[number]': { may: 'everybody' },
  '/charter/[number]/charter.json': { may: 'everybody' },
  '/corrections': { may: 'everybody' },
  '/desk': { may: 'claim.list' },
  '/desk/activity': { may: 'events.read', shows: 'sourceTitle' },
  '/desk/charter': { may: 'charter.read' },
  '/desk/charter/[number]/charter.json': { may: 'charter.read' },
  '/desk/charter/draft': { may: 'draft.read' },
  '/desk/claims': { may: 'claim.read', shows: 'wording' },
  '/desk/claims/[claimId]': { may: 'claim.read', shows: 'question' },
  '/desk/claims/[claimId]/challenges': { may: 'challenge.read' },
  '/desk/claims/[claimId]/history': { may: 'claim.read', shows: 'writer' },
  '/desk/claims/[claimId]/notes/history': { may: 'notes.read' },
  '/desk/claims/[claimId]/retraction': { may: 'revision.read' },
  '/desk/claims/[claimId]/revisions/[number]': { may: 'revision.read', shows: 'question' },
  '/desk/claims/[claimId]/revisions/[number]/attestations/[position]': {
    may: 'revision.read',
    otherwise: '404',
    shows: 'revisionId',
  },
  '/desk/claims/[claimId]/revisions/[number]/sign-offs/[position]': {
    may: 'revision.read',
    otherwise: '404',
    shows: 'revisionId',
  },
  '/desk/claims/import': { may: 'claim.import', shows: 'fileName', but: { otherSide: '200' } },
  '/desk/claims/import/[importId]': { may: 'claim.import', otherwise: '404', shows: 'fileName', but: { otherSide: '404' } },
  '/desk/claims/new': { may: 'claim.submit' },
  '/desk/members': { may: 'members.read' },
  '/desk/notifications': { may: 'notification.read' },
  '/desk/outbox': { may: 'mail.read' },
  '/desk/parity': { may: 'events.read' },
  '/desk/review': { may: 'revision.read', shows: 'claimId' },
  '/desk/sources': { may: 'source.read', shows: 'sourceTitle' },
  '/desk/transparency': { may: 'transparency.read' },
  '/healthz': { may: 'everybody' },
  '/invitations/[token]': { may: 'everybody' },
  '/readyz': { may: 'everybody' },
  // A link that no longer works leads to where another one is asked for.
  '/reset/[token]': { may: 'everybody', but: { nobody: forgotten, removed: forgotten, signedIn: forgotten } },
  '/feeds/[feedFile]': { may: 'everybody' },
  '/parity': { may: 'everybody' },
  '/parity/figures.csv': { may: 'everybody' },
  '/search': { may: 'everybody' },
  '/setup/[token]': { may: 'everybody', but: { nobody: '404', removed: '404', signedIn: '404' } },
  '/sign-in': { may: 'everybody', but: { signedIn: '307 /desk' } },
  '/sign-in/forgotten': { may: 'everybody' },
  '/sign-in/refused': { may: 'everybody' },
  '/transparency': { may: 'everybody' },
  '/unsubscribe/[token]': { may: 'everybody', but: { nobody: '404', removed: '404', signedIn: '404' } },
  '/verdicts/[slug]': { may: 'everybody' },
  '/verdicts/[slug]/challenge': { may: 'everybody' },
  '/verdicts/[slug]/revisions/[number]': { may: 'everybody' },
  // A first revision has none before it to be compared with.
  '/verdicts/[slug]/revisions/[number]/changes': { may: 'everybody', but: { nobody: '404', removed: '404', signedIn: '404' } },
  '/verdicts/[slug]/revisions/[number]/record.json': { may: 'everybody' },
  '/verdicts/[slug]/revisions/[number]/attestations/[file]': { may: 'everybody' },
  '/verdicts/[slug]/revisions/[number]/retraction/[file]': {
    may: 'everybody',
    but: { nobody: '404 not-found', removed: '404 not-found', signedIn: '404 not-found' },
  },
  '/verdicts/[slug]/revisions/[number]/sign-offs/[file]': { may: 'everybody' },
};

/** A day that is another one for each of many numbers. */
function dayOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1) + n * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
