import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { proposeRevision } from '@/commands/revisions/propose-revision';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { Db } from '@/db/handle';
import { documents, memberships, people, revisions } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { recordDocument } from '@/domain/record/document-name';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { type Collab, createCollab } from '@/server/collab/collab';
import { until } from '@/tests/server/collab/support/until';
import { answerOf, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';
import { buildSignable } from '@/tests/support/sign';

const writers = 50;
const rounds = 2;

describeOnBothDatabases('a revision that is frozen while fifty people type', (open) => {
  let collab: Collab | undefined;
  afterEach(async () => {
    await collab?.stop();
    collab = undefined;
  });

  it('[P48] has the bytes of the projection at its number', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const document = recordDocument(claim.id);
    const faults: unknown[] = [];
    const live = createCollab({
      db,
      origin: 'http://localhost',
      secret: 'a secret of tests',
      level: 0,
      report: (fault) => faults.push(fault),
    });
    collab = live;
    const headOf = async () => (await db.select().from(documents).where(eq(documents.name, document)))[0]?.headSeq ?? 0;
    const context = contextFor(db, workspace.north.checkers[0], { collab: live.port });

    let isOver = false;
    let typed = 0;
    const typing = (await peopleOf(db, workspace)).map(async (person) => {
      while (!isOver) await live.appendAs(document, { ...person, at: noon }, (doc) => typeInto(doc, `-${++typed}`));
    });
    try {
      for (let round = 0; round < rounds; round++) {
        const preview = answerOf(await previewRevision(context, { claimId: claim.id }));
        const shown = await headOf();
        await until('everybody typed on', async () => (await headOf()) > shown + writers);
        const proposed = answerOf(
          await proposeRevision(context, { claimId: claim.id, seq: preview.seq, digest: preview.sha256 }),
        );
        const [stored] = await db.select().from(revisions).where(eq(revisions.id, proposed.id));
        expect(new TextDecoder().decode(stored?.bytes)).toBe(preview.bytes);
        expect(digestOf(stored?.bytes ?? '')).toBe(preview.sha256);
        // Once more from the log alone, by a port that knows nothing of the room.
        const projection = await recordPort(db).projectionAt(document, stored?.seq);
        const frozen = FrozenRecord.parse(JSON.parse(preview.bytes ?? ''));
        expect(projection?.draft).toMatchObject({ texts: frozen.texts, fields: frozen.fields });
        expect(frozen.texts.en?.context).not.toBe((await recordPort(db).projectionAt(document))?.draft.texts.en?.context);
        answerOf(await withdrawRevision(context, { revisionId: proposed.id, reason: 'One more round of the same test.' }));
      }
    } finally {
      isOver = true;
      await Promise.all(typing);
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

async function peopleOf(db: Db, { id: workspaceId, north, south }: Workspace): Promise<{ personId: string; partyId: string }[]> {
  const made = Array.from({ length: writers }, (_unused, index) => ({
    personId: v7(),
    partyId: [north, south][index % 2]?.id ?? north.id,
  }));
  await db.insert(people).values(
    made.map(({ personId }) => ({
      id: personId,
      email: `${personId}@example.org`,
      passwordHash: 'none',
      name: 'Writer',
      locale: 'en' as const,
      createdAt: noon,
    })),
  );
  await db
    .insert(memberships)
    .values(made.map((person) => ({ id: v7(), workspaceId, ...person, role: 'checker' as const, createdAt: noon })));
  return made;
}

/** A word that was not there before, and the oldest letters gone where there are many: no moment's text is that of another, and none grows into its limit. */
function typeInto(doc: Y.Doc, word: string): void {
  const paragraph = doc.getXmlFragment('context:en').get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no context to type into.');
  text.insert(text.length, word);
  if (text.length > 300) text.delete(0, word.length);
}
