import { holdsQuotation, type Passage } from '@/domain/discussion/passage';
import { recordDocument } from '@/domain/record/document-name';
import { textsOf } from '@/domain/record/draft';
import { plainText } from '@/domain/record/plain-text';
import type { CollabPort } from '@/platform/ports';

/**
 * Whether the record says now, as the server reads it, what a comment quotes (SPEC K3). Whose letters `first` and `last` name is not asked: they only lead back
 * to the passage, and lead nowhere when they are wrong.
 */
export async function passageStands(collab: CollabPort, claimId: string, passage: Passage): Promise<boolean> {
  const projection = await collab.projectionAt(recordDocument(claimId));
  if (projection === undefined) return false;
  const texts = textsOf(projection.draft, passage.language);
  const words = passage.text === 'analysis' ? plainText(texts.analysis) : texts[passage.text];
  return holdsQuotation(words, passage.quotation);
}
