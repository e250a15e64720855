import { charterDrafts } from '@/db/queries/open-charter-draft';
import type { DraftValues } from '@/domain/charter/draft';
import { loadDesk } from '../../../_frame/load-desk';

export type ReadDraft = { name: string; number: number; values: DraftValues };

/** The draft that is open, and the newest that is not, as the server holds them; neither for a steward, who reads no draft. */
export async function loadDrafts(): Promise<{ open: ReadDraft | undefined; last: ReadDraft | undefined }> {
  const { member, db, context, abilities } = await loadDesk();
  if (!abilities['draft.read']) return { open: undefined, last: undefined };
  const drafts = await charterDrafts(member, db);
  const read = async (draft: (typeof drafts)[number] | undefined) => {
    const held = draft && (await context.collab.charterDraftAt(draft.name));
    return draft && held && { name: draft.name, number: draft.number, values: held.values };
  };
  return {
    open: await read(drafts.find(({ isClosed }) => !isClosed)),
    last: await read(drafts.find(({ isClosed }) => isClosed)),
  };
}
