import type { APIResponse, Page } from '@playwright/test';
import { chooseInDraft } from './stock-client';
import { expect } from './test';

type Sent = { method?: 'POST' | 'PUT'; headers?: Record<string, string> };

/** What a page of ours sends, with the session of this browser; `headers` stand in for those that say whose page it is. */
export function send(
  page: Page,
  path: string,
  data: unknown = {},
  { method = 'POST', headers }: Sent = {},
): Promise<APIResponse> {
  return page.request.fetch(path, { method, data, headers: headers ?? { origin: new URL(page.url()).origin } });
}

/** The answer to what had to be done. */
export async function done(response: APIResponse) {
  expect(response.status(), `${response.url()}: ${await response.text()}`).toBeLessThan(300);
  return response.json();
}

export async function expectRefused(response: APIResponse, status: number, code: string, clause?: string): Promise<void> {
  const { error } = await response.json();
  expect({ status: response.status(), code: error?.code, clause: error?.clause }).toEqual({ status, code, clause });
  expect(error.message, `${code} has a sentence of its own`).toMatch(/\S/);
}

/** A claim as the API shows it to a member. */
export async function readClaim(page: Page, claimId: string) {
  return done(await page.request.get(`/api/v1/claims/${claimId}`));
}

/** Proposes a charter whose draft holds these choices, and what the beginning says otherwise. */
export async function proposeCharter(page: Page, values: Record<string, unknown>): Promise<{ sha256: string }> {
  const { number, document } = await done(await send(page, '/api/v1/charter/drafts'));
  const seq = await chooseInDraft(page, document, values);
  return done(await send(page, '/api/v1/charter/proposals', { draft: number, seq }));
}

/** Submits and opens a claim. Answers its id and the address of its record. */
export async function openClaim(page: Page, wording: string): Promise<{ claimId: string; address: string }> {
  const appearance = { title: 'A speech at the talks', seenOn: '2026-03-02' };
  const { id: claimId } = await done(await send(page, '/api/v1/claims', { wording, language: 'en', appearance }));
  await done(await send(page, `/api/v1/claims/${claimId}/open`, { statement: 'fact' }));
  return { claimId, address: `/desk/claims/${claimId}` };
}

type Graded = { stance: 'supports' | 'undermines'; primacy: 'primary' | 'secondary' };

/** One party attaches a source, the other accepts it. */
export async function attachAccepted(by: Page, accepter: Page, claimId: string, graded: Graded): Promise<void> {
  const { id } = await done(
    await send(by, `/api/v1/claims/${claimId}/sources`, {
      kind: 'reference',
      title: `A document that ${graded.stance} it`,
      publisher: { name: `Publisher ${crypto.randomUUID()}`, alignment: { kind: 'none' } },
      language: 'en',
      says: 'What the record rests on.',
      interest: 'none',
      ...graded,
    }),
  );
  await done(await send(accepter, `/api/v1/sources/${id}/acceptance`, { grading: 1 }));
}

/** The person's party accepts the question as it stands in the log. */
export async function acceptQuestion(page: Page, claimId: string): Promise<void> {
  const { record } = await readClaim(page, claimId);
  const { questionSha256 } = record;
  await done(await send(page, `/api/v1/claims/${claimId}/question-acceptances`, { questionSha256 }));
}

/** The claimant was asked: under the test's charter that is enough (C18). */
export async function askForReply(page: Page, claimId: string): Promise<void> {
  const contact = { contactedOn: '2026-03-02', channel: 'email', asked: 'Press office' };
  await done(await send(page, `/api/v1/claims/${claimId}/reply/contacts`, contact));
}

export async function preview(page: Page, claimId: string) {
  return done(await page.request.get(`/api/v1/claims/${claimId}/preview`));
}

type Revision = { id: string; number: number; sha256: string };

/** Proposes the record as it stands in the log. */
export async function freeze(page: Page, claimId: string): Promise<Revision> {
  const { seq, sha256: digest, corrects } = await preview(page, claimId);
  const correction = corrects && { grade: corrects.grade, reason: 'What both desks found out since.' };
  return done(await send(page, `/api/v1/claims/${claimId}/revisions`, { seq, digest, ...correction }));
}

/** Has the statement of an approval made, under the charter in force; `recordSha256` stands in for the revision's, and `said` for an approval. */
export async function beginAsProgram(
  page: Page,
  revision: Revision,
  recordSha256 = revision.sha256,
  said: Record<string, string> = {},
): Promise<APIResponse> {
  const { sha256: charterSha256 } = await done(await page.request.get('/api/v1/charter'));
  return send(page, `/api/v1/revisions/${revision.id}/nonce`, {
    decision: 'approve',
    conflict: 'none',
    recordSha256,
    charterSha256,
    ...said,
  });
}

export async function nonceFor(page: Page, revision: Revision): Promise<string> {
  const { nonce } = await done(await beginAsProgram(page, revision));
  return nonce;
}

/** An approval of a revision's bytes in both steps, or in the second alone with the nonce of another first one. */
export async function approveAsProgram(
  page: Page,
  revision: Revision,
  made?: { nonce: string },
  headers?: Record<string, string>,
): Promise<APIResponse> {
  if (made !== undefined) return signAsProgram(page, revision, made, headers);
  const begun = await beginAsProgram(page, revision);
  return begun.ok() ? signAsProgram(page, revision, await begun.json()) : begun;
}

function signAsProgram(
  page: Page,
  { id }: Revision,
  { nonce }: { nonce: string },
  headers?: Record<string, string>,
): Promise<APIResponse> {
  const signed = { nonce, proof: { kind: 'password' } };
  return send(page, `/api/v1/revisions/${id}/sign-offs`, signed, headers === undefined ? {} : { headers });
}
