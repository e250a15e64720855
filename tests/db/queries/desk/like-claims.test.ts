import { expect, it } from 'vitest';
import { likeClaims } from '@/db/queries/desk/like-claims';
import { buildClaim, buildOpenClaim, buildWorkspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf } from '@/tests/support/trace';

describeOnBothDatabases('claims like a text', (open) => {
  it('[IN4] are of the same workspace, best first, and learn of claims that come later', async () => {
    const db = await open();
    const [workspace, stranger] = [await buildWorkspace(db), await buildWorkspace(db)];
    const { id: workspaceId } = workspace;
    const ferry = await buildOpenClaim(db, workspace, { wording: 'The ferry did not run for the whole winter.' });
    await buildClaim(db, workspace, { wording: 'The bridge over the river was opened on the first of May.' });
    await buildClaim(db, stranger, { wording: 'The ferry did not run for the whole winter.' });
    const text = 'The ferry was not running for the whole winter.';
    const like = () => likeClaims({ workspaceId, text }, db);
    expect(await like()).toMatchObject([{ id: ferry.id, number: ferry.number, stage: 'open', language: 'en' }]);
    const later = await buildClaim(db, workspace, { wording: text });
    const before = await eventsOf(db, workspaceId);
    expect((await like()).map(({ id }) => id)).toEqual([later.id, ferry.id]);
    expect((await likeClaims({ workspaceId, text, except: later.id }, db)).map(({ id }) => id)).toEqual([ferry.id]);
    expect(await eventsOf(db, workspaceId)).toEqual(before);
  });

  it('[IN4] are named by a number too', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    const { id: workspaceId } = workspace;
    expect(await likeClaims({ workspaceId, text: ' #1 ' }, db)).toMatchObject([{ id, stage: 'submitted' }]);
    expect(await likeClaims({ workspaceId, text: '#2' }, db)).toEqual([]);
    expect(await likeClaims({ workspaceId, text: '#1', except: id }, db)).toEqual([]);
  });
});
