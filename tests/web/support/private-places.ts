import { expect } from '@playwright/test';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { people, sessions } from '@/db/schema';
import { notesDocument, recordDocument } from '@/domain/record/document-name';
import { signedIn } from '@/tests/bench/list/signed-in';
import { Editor } from '@/tests/server/collab/support/editor';
import { answerOf, buildFile, contextFor, sourceInput, writeRecord } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { buildRevision, buildSignable, propose } from '@/tests/support/sign';
import type { Actor, Group } from './actors';
import type { Names } from './rights';
import type { World } from './world';

/** What a place is filled with. */
export type Desk = {
  world: World;
  /** An open claim of the Northern desk's, for whatever needs one. All pages and routes of it are looked at. */
  claimId: string;
  /** Does what must succeed and gives the answer. */
  done(actor: Actor, method: string, path: string, body?: object): Promise<Names>;
  /** Addresses of something else that everybody looks at too. */
  see(...paths: string[]): void;
};

/** One private place: a word is put there, and who reads it is looked at from everywhere. */
export type PrivatePlace = {
  /** Who finds the word somewhere; everybody else finds it nowhere, and no log line and no mail holds it. */
  readers: readonly (Actor | Group)[];
  /** Puts the word there as people do. What the server makes up by itself is answered instead. */
  put(desk: Desk, word: string): Promise<unknown>;
  /** It is mailed to the invited person. */
  isMailed?: true;
};

const appearance = { title: 'A speech', seenOn: '2026-03-02' };
const long = 'A reason that is as long as any reason has to be here:';

/** Every private place there is. A new one is one entry more. */
export const privatePlaces: Record<string, PrivatePlace> = {
  'the wording of a claim that waits': {
    readers: ['desk'],
    put: async ({ done, see }, wording) => {
      const { id } = await done('northChecker', 'POST', '/api/v1/claims', { wording, language: 'en', appearance });
      see(...ofClaim(id));
    },
  },
  'the title of a claim that is open': {
    readers: ['desk'],
    put: async ({ done, see }, title) => {
      const claim = { wording: 'A claim with a title.', title, language: 'en', appearance };
      const { id } = await done('northChecker', 'POST', '/api/v1/claims', claim);
      await done('northChecker', 'POST', `/api/v1/claims/${id}/open`, { statement: 'fact' });
      see(...ofClaim(id));
    },
  },
  'words about the desk that another party has not confirmed': {
    readers: ['seated'],
    put: ({ done }, text) => done('northModerator', 'POST', '/api/v1/transparency/statements', { section: 'methodology', text }),
  },
  'a place where a claim appeared': {
    readers: ['desk'],
    put: ({ done, claimId }, title) =>
      done('northChecker', 'POST', `/api/v1/claims/${claimId}/appearances`, { ...appearance, title }),
  },
  'the draft of a record': {
    readers: ['desk'],
    put: async ({ world, claimId, see }, words) => {
      const seq = await typeInto(world, 'northChecker', recordDocument(claimId), 'summary:en', words);
      see(`/api/v1/claims/${claimId}/versions/${seq}`, `/api/v1/claims/${claimId}/versions/1/diff/${seq}`);
    },
  },
  'the private notes of the Northern desk': {
    readers: ['ownParty'],
    put: async ({ world, claimId, see }, words) => {
      const seq = await typeInto(world, 'northChecker', notesDocument(claimId, world.workspace.north.id), 'notes', words);
      see(...ofNotes(claimId, seq));
    },
  },
  'the private notes of the Southern desk': {
    readers: ['otherSide'],
    put: async ({ world, claimId, see }, words) => {
      const seq = await typeInto(world, 'southModerator', notesDocument(claimId, world.workspace.south.id), 'notes', words);
      see(...ofNotes(claimId, seq));
    },
  },
  'the private notes of the mission': {
    readers: ['observing'],
    put: ({ world, claimId }, words) =>
      typeInto(world, 'observer', notesDocument(claimId, world.workspace.mission.id), 'notes', words),
  },
  'the name of a version of the Northern desk’s notes': {
    readers: ['ownParty'],
    put: ({ done, claimId }, name) => done('northModerator', 'POST', `/api/v1/claims/${claimId}/notes/versions`, { name }),
  },
  'the name of a version': {
    readers: ['desk'],
    put: ({ done, claimId }, name) => done('northChecker', 'POST', `/api/v1/claims/${claimId}/versions`, { name }),
  },
  'the title of a source': { readers: ['desk'], put: (desk, title) => attach(desk, { title }) },
  'what a source says': { readers: ['desk'], put: (desk, says) => attach(desk, { says }) },
  'the quotation of a source': { readers: ['desk'], put: (desk, quotation) => attach(desk, { quotation }) },
  'the place in a source': { readers: ['desk'], put: (desk, locator) => attach(desk, { locator }) },
  'the interest of a source': {
    readers: ['desk'],
    put: (desk, interestNote) => attach(desk, { interest: 'declared', interestNote }),
  },
  'the publisher of a source': {
    readers: ['desk'],
    put: (desk, name) => attach(desk, { publisher: { name, alignment: { kind: 'unknown' } } }),
  },
  'the file of a source': {
    readers: ['desk'],
    put: async (desk, words) => {
      const { db, workspace, objects } = desk.world;
      const fileSha256 = await buildFile(db, workspace.north.checkers[0], words, { objects });
      const { id } = await attach(desk, { kind: 'file', fileSha256 });
      desk.see(`/api/v1/sources/${id}/file`);
    },
  },
  'the reason of a dispute': {
    readers: ['desk'],
    put: async (desk, word) => {
      const { id } = await attach(desk, {});
      return desk.done('southChecker', 'POST', `/api/v1/sources/${id}/dispute`, { grading: 1, reason: `${long} ${word}` });
    },
  },
  'a search that found nothing': {
    readers: ['desk'],
    put: ({ done, claimId }, word) =>
      done('southChecker', 'POST', `/api/v1/claims/${claimId}/searches`, { stance: 'supports', note: `${long} ${word}` }),
  },
  'why there is no primary source': {
    readers: ['desk'],
    put: ({ done, claimId }, word) =>
      done('northChecker', 'PUT', `/api/v1/claims/${claimId}/primary-justification`, { text: `${long} ${word}` }),
  },
  'why a claim was closed': {
    readers: ['desk'],
    put: async ({ world, done, see }, word) => {
      const { claimId = '' } = await world.make('a submitted claim');
      const reason = `${long} ${word}`;
      await done('southModerator', 'POST', `/api/v1/claims/${claimId}/close`, { as: 'not-checkable', reason });
      see(...ofClaim(claimId));
    },
  },
  'why a claim was reopened': {
    readers: ['desk'],
    put: async ({ world, done, see }, word) => {
      const { claimId = '' } = await world.make('a closed claim');
      await done('northModerator', 'POST', `/api/v1/claims/${claimId}/reopen`, { reason: `${long} ${word}` });
      see(...ofClaim(claimId));
    },
  },
  'what is being signed': {
    readers: ['desk'],
    put: async ({ world: { db, workspace }, see }, context) => {
      const { id } = await buildSignable(db, workspace);
      const [checker] = workspace.north.checkers;
      await writeRecord(db, checker, id, { texts: { context } });
      answerOf(await propose(contextFor(db, checker), id));
      see(...ofClaim(id), `/desk/claims/${id}/revisions/1`);
    },
  },
  'what an observer attests before the publication': {
    readers: ['desk'],
    put: async ({ world: { db, workspace }, done, see }, word) => {
      const revision = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
      const bound = { recordSha256: revision.sha256, charterSha256: workspace.charter.sha256 };
      const address = `/api/v1/revisions/${revision.id}/attestations`;
      const { nonce } = await done('mediator', 'POST', `${address}/statement`, { procedure: 'followed', words: word, ...bound });
      await done('mediator', 'POST', address, { nonce, proof: { kind: 'password' } });
      const page = `/desk/claims/${revision.claimId}/revisions/1`;
      see(...ofClaim(revision.claimId), page, `${page}/attestations/1`);
    },
  },
  'a dissent from what was not published': {
    readers: ['desk'],
    put: async ({ world: { db, workspace }, done, see }, word) => {
      const revision = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
      const bound = { recordSha256: revision.sha256, charterSha256: workspace.charter.sha256 };
      const said = { decision: 'dissent', reason: `${long} ${word}`, cites: 'C10', conflict: 'none', ...bound };
      const { nonce } = await done('southModerator', 'POST', `/api/v1/revisions/${revision.id}/nonce`, said);
      const proof = { kind: 'password' };
      await done('southModerator', 'POST', `/api/v1/revisions/${revision.id}/sign-offs`, { nonce, proof });
      const address = `/desk/claims/${revision.claimId}/revisions/1`;
      see(...ofClaim(revision.claimId), address, `${address}/sign-offs/1`);
    },
  },
  'why a revision was withdrawn': {
    readers: ['desk'],
    put: async ({ world: { db, workspace }, done, see }, word) => {
      const { id, claimId } = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
      await done('northChecker', 'POST', `/api/v1/revisions/${id}/withdrawal`, { reason: `${long} ${word}` });
      see(...ofClaim(claimId), `/desk/claims/${claimId}/revisions/1`);
    },
  },
  'a view that a party shares': {
    readers: ['ownParty'],
    put: ({ done }, name) => done('northChecker', 'POST', '/api/v1/views', { name, parameters: 'due=none', sharedWith: 'party' }),
  },
  'a view of one person': {
    readers: ['northChecker'],
    put: ({ done }, name) =>
      done('northChecker', 'POST', '/api/v1/views', { name, parameters: 'due=week', sharedWith: 'nobody' }),
  },
  'the name of a list that was brought': {
    readers: ['ownParty'],
    put: ({ done }, word) =>
      done('northChecker', 'POST', '/api/v1/imports', { fileName: `${word}.csv`, text: 'claim\nA claim.' }),
  },
  'a comment for one party': {
    readers: ['ownParty'],
    put: ({ done, claimId }, words) => {
      const said = { audience: 'party', on: { kind: 'claim' }, body: words, mentions: [] };
      return done('northChecker', 'POST', `/api/v1/claims/${claimId}/comments`, said);
    },
  },
  'a comment for all parties': {
    readers: ['desk'],
    put: ({ done, claimId }, words) => {
      const said = { audience: 'joint', on: { kind: 'claim' }, body: words, mentions: [] };
      return done('southChecker', 'POST', `/api/v1/claims/${claimId}/comments`, said);
    },
  },
  'a task of one party': {
    readers: ['ownParty'],
    put: ({ done, claimId }, what) =>
      done('northChecker', 'POST', `/api/v1/claims/${claimId}/tasks`, { audience: 'party', what }),
  },
  'a row of a list that was refused': {
    readers: ['ownParty'],
    put: async ({ done, see }, word) => {
      const text = `claim,url\nA claim that is made.,https://example.org/a\n${word}`;
      const { id } = await done('northChecker', 'POST', '/api/v1/imports', { fileName: 'rows.csv', text });
      see(`/desk/claims/import/${id}`, `/api/v1/imports/${id}`, `/api/v1/imports/${id}/report`);
    },
  },
  // The inviter may act on it, and the steward sees to whom mails go (SPEC M9, M11).
  'the address of an invited person': {
    readers: ['northModerator', 'steward'],
    put: ({ done, world }, word) =>
      done('northModerator', 'POST', '/api/v1/invitations', {
        ...{ partyId: world.workspace.north.id, role: 'checker', email: `${nameIn(word)}@invited.example`, locale: 'en' },
      }).then(() => nameIn(word)),
  },
  'the link of an invitation': {
    readers: [],
    isMailed: true,
    put: async ({ done, world }, word) => {
      const offer = {
        partyId: world.workspace.north.id,
        role: 'checker',
        email: `link-${nameIn(word)}@invited.example`,
        locale: 'en',
      };
      const { link } = await done('northModerator', 'POST', '/api/v1/invitations', offer);
      return link?.split('/').at(-1);
    },
  },
  // Signatures are public under the name that the signer chose, and without one under that of the seat.
  'the name of a member who signed in public': {
    readers: ['seated'],
    put: ({ world: { db, workspace } }, name) =>
      db
        .update(people)
        .set({ name })
        .where(eq(people.id, workspace.north.moderators[0].id))
        .then(() => undefined),
  },
  // The steward reads it in the list of mails, and nobody else does (SPEC M9).
  'the e-mail address of a member': { readers: ['steward'], put: async ({ world }) => world.workspace.north.checkers[0].email },
  // Its number, which that person's own list of sessions has; a cookie is made with the server's secret besides.
  'the session of a member': {
    readers: ['northChecker'],
    put: async ({ world: { db, workspace } }) => {
      const [row] = await db.select().from(sessions).where(eq(sessions.personId, workspace.north.checkers[0].id));
      return row?.sid;
    },
  },
  'the nonce of a signature that was begun': {
    readers: [],
    put: async ({ done, world: { db, workspace } }) => {
      const { id, sha256: recordSha256 } = await buildRevision(db, workspace, workspace.north.checkers[0], { now: new Date() });
      const said = { decision: 'approve', conflict: 'none', recordSha256, charterSha256: workspace.charter.sha256 };
      return (await done('northModerator', 'POST', `/api/v1/revisions/${id}/nonce`, said)).nonce;
    },
  },
  'a password that was mistyped': {
    readers: [],
    put: ({ world }, password) => failToSignIn(world, { email: world.workspace.south.checkers[0].email, password }),
  },
  'an address that is nobody’s': {
    readers: [],
    put: ({ world }, word) =>
      failToSignIn(world, { email: `${nameIn(word)}@example.org`, password: 'a password of some length' }).then(() =>
        nameIn(word),
      ),
  },
  'a body that was refused': {
    readers: [],
    put: ({ world }, wording) =>
      world.ask('northChecker', 'POST', '/api/v1/claims', { wording, unknown: wording }).then(() => undefined),
  },
  'an article that was only read': {
    readers: [],
    put: ({ done }, text) => done('northChecker', 'POST', '/api/v1/claims/article', { text: `${text}.`, language: 'en' }),
  },
  'the words of a challenge that nobody has decided': {
    readers: ['desk'],
    put: async ({ world, done, see }, words) => {
      const said = { about: 'finding', words: `${long} ${words}` };
      await done('nobody', 'POST', `/api/v1/verdicts/${world.names.slug}/challenges`, said);
      const claimId = world.names.publishedClaimId;
      see(`/desk/claims/${claimId}/challenges`, `/api/v1/claims/${claimId}/challenges`);
    },
  },
  'the reason of a retraction that is only proposed': {
    readers: ['desk'],
    put: async ({ world, done, see }, words) => {
      const { claimId, revisionId } = await buildVerdict(world.db, world.workspace);
      await done('northChecker', 'POST', `/api/v1/revisions/${revisionId}/retractions`, { reason: `${long} ${words}` });
      see(`/desk/claims/${claimId}/retraction`);
    },
  },
  'the address of a challenger': {
    readers: [],
    // The receipt goes there (tests/web/challenges), and says it to nobody.
    put: async ({ world, done }, word) => {
      const said = { about: 'evidence', words: long, email: `${nameIn(word)}@example.org` };
      await done('nobody', 'POST', `/api/v1/verdicts/${world.names.slug}/challenges`, said);
    },
  },
  'what somebody searched for': {
    readers: [],
    put: async ({ world }, word) => {
      for (const path of ['/desk/claims', '/api/v1/claims', '/search', '/api/v1/verdicts'])
        await world.ask('northChecker', 'GET', `${path}?q=${encodeURIComponent(word)}`);
    },
  },
};

function ofClaim(claimId: string | undefined): string[] {
  return [`/desk/claims/${claimId}`, `/api/v1/claims/${claimId}`];
}

/** Everything that tells of the notes of whoever asks. */
function ofNotes(claimId: string, seq: number): string[] {
  const api = `/api/v1/claims/${claimId}/notes/versions/${seq}`;
  const page = `/desk/claims/${claimId}/notes/history?version=${seq}`;
  return [api, `/api/v1/claims/${claimId}/notes/versions/1/diff/${seq}`, page, `${page}&since=1`, `${page}&show=text`];
}

/** Types at the beginning of a text, and waits until it is in the log. Answers its number there. */
async function typeInto(world: World, actor: Actor, document: string, root: string, words: string): Promise<number> {
  const editor = new Editor(`${world.server.url.replace(/^http/, 'ws')}/collab`, document, world.headersOf(actor));
  await editor.synced();
  const paragraph = editor.doc.getXmlFragment(root).get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`${document} has no ${root} to type into.`);
  paragraph.insert(0, [new Y.XmlText(words)]);
  const seq = await editor.barrier();
  editor.leave();
  return seq;
}

function attach({ done, claimId }: Desk, changes: Record<string, unknown>): Promise<Names> {
  return done('northChecker', 'POST', `/api/v1/claims/${claimId}/sources`, sourceInput(changes));
}

async function failToSignIn({ server }: World, who: { email: string; password: string }): Promise<void> {
  await expect(signedIn(server.url, who)).rejects.toThrow('Nobody was signed in');
}

/** The word itself without the one that is searched for, as part of an address. */
function nameIn(word: string): string {
  return word.split(' ').at(-1) ?? '';
}
