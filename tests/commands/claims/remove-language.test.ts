import { afterEach, expect, it } from 'vitest';
import { addLanguage } from '@/commands/claims/add-language';
import { closeClaim } from '@/commands/claims/close-claim';
import { removeLanguage } from '@/commands/claims/remove-language';
import { restoreVersion } from '@/commands/history/restore-version';
import type { Db } from '@/db/handle';
import { recordLanguages } from '@/db/queries/record-languages';
import { recordDocument } from '@/domain/record/document-name';
import { type Collab, createCollab } from '@/server/collab/collab';
import {
  actorFor,
  answerOf,
  buildOpenClaim,
  buildSession,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { editRecord } from '@/tests/support/live-record';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const title = 'وقف لإطلاق النار';

describeOnBothDatabases('taking a language out of a record', (open) => {
  let collab: Collab | undefined;
  afterEach(async () => {
    await collab?.stop();
    collab = undefined;
  });

  /** Live editing as the server has it: words are taken out by an edit, which needs a room. */
  function live(db: Db): Collab {
    collab ??= createCollab({
      ...{ db, origin: 'http://localhost', secret: 'a secret of tests', level: 0, now: () => noon },
      report: (fault) => {
        throw fault;
      },
    });
    return collab;
  }
  const by = async (db: Db, person: Person) =>
    contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { collab: live(db).port });
  const titleNow = async (db: Db, claimId: string) =>
    (await live(db).port.projectionAt(recordDocument(claimId)))?.draft.texts.ar?.title;

  /** An open claim in English and Arabic, with a title in both when `words` says so. */
  async function inTwo(db: Db, { words }: { words: boolean }) {
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    answerOf(await addLanguage(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, language: 'ar' }));
    const [writer] = workspace.south.checkers;
    const author = { personId: writer.id, partyId: workspace.south.id, at: noon };
    const seq = words ? await editRecord(db, claim.id, author, { language: 'ar', texts: { title } }) : 0;
    const languages = async () => (await recordLanguages({ claimId: claim.id, workspaceId: workspace.id }, db))?.all;
    return { workspace, claim, seq, languages };
  }

  it('[LG3] takes out one without words at once, for all parties, with an event', async () => {
    const db = await open();
    const { workspace, claim, languages } = await inTwo(db, { words: false });
    const context = await by(db, workspace.south.moderators[0]);
    expect(await removeLanguage(context, { claimId: claim.id, language: 'ar' })).toEqual({
      ok: true,
      value: { languages: ['en'] },
    });
    expect(await languages()).toEqual(['en']);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'language.removed',
      facts: { number: claim.number, language: 'ar', characters: 0 },
    });
  });

  it('[LG3] takes words with it only when whoever asks says so, and the versions keep them', async () => {
    const db = await open();
    const { workspace, claim, seq, languages } = await inTwo(db, { words: true });
    const context = await by(db, workspace.north.checkers[1]);
    const remove = (more: object = {}) => removeLanguage(context, { claimId: claim.id, language: 'ar', ...more });
    for (const more of [{}, { withWords: false }])
      expect(await refusalOf(db, workspace.id, () => remove(more))).toEqual({
        ...{ code: 'language-has-words', language: 'ar', characters: [...title].length },
      });
    expect(await titleNow(db, claim.id)).toBe(title);

    answerOf(await remove({ withWords: true }));
    expect(await languages()).toEqual(['en']);
    expect(await titleNow(db, claim.id)).toBe('');
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ facts: { characters: [...title].length } });
    answerOf(await restoreVersion(context, { claimId: claim.id, seq }));
    answerOf(await addLanguage(context, { claimId: claim.id, language: 'ar' }));
    expect(await titleNow(db, claim.id)).toBe(title);
  });

  it('[P22] [LG3] takes no words out when the session has ended meanwhile', async () => {
    const db = await open();
    const { workspace, claim } = await inTwo(db, { words: true });
    const context = contextFor(db, workspace.north.checkers[0], { collab: live(db).port });
    const remove = () => removeLanguage(context, { claimId: claim.id, language: 'ar', withWords: true });
    expect(await refusalOf(db, workspace.id, remove)).toMatchObject({ code: 'not-allowed' });
    expect(await titleNow(db, claim.id)).toBe(title);
  });

  it('[LG3] refuses the main language, one that is not there, and a claim that is not open', async () => {
    const db = await open();
    const { workspace, claim } = await inTwo(db, { words: false });
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = async (input: object) =>
      (await refusalOf(db, workspace.id, () => removeLanguage(context, { claimId: claim.id, ...input }))).code;
    expect(await refused({ language: 'en', withWords: true })).toBe('language-is-main');
    expect(await refused({ language: 'uk' })).toBe('language-unknown');
    for (const input of [{ language: 'AR' }, {}, { language: 'ar', withWords: 'yes' }])
      expect(await refused(input), JSON.stringify(input)).toBe('invalid-input');
    answerOf(await closeClaim(context, { claimId: claim.id, as: 'not-checkable', reason: 'It predicts the future.' }));
    expect(await refused({ language: 'ar' })).toBe('claim-not-open');
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const { workspace, claim } = await inTwo(db, { words: false });
    await expectOnlyEditors(db, workspace, (context) => removeLanguage(context, { claimId: claim.id, language: 'ar' }));
    await expectForeignIsUnknown(db, workspace, claim.id, (context, claimId) =>
      removeLanguage(context, { claimId, language: 'ar' }),
    );
  });
});
