import { useEffect, useState } from 'react';
import { recordDocument } from '@/domain/record/document-name';
import { openKeptChanges } from '../_editor/kept-changes';

/** Whether this browser keeps something for a record that is not edited any more: it is opened once again then, so that the server decides on it. */
export function useHasKept({ claimId, personId, isOpen }: { claimId: string; personId: string; isOpen: boolean }): boolean {
  const [hasKept, setHasKept] = useState(false);
  useEffect(() => {
    if (isOpen) return;
    void openKeptChanges(personId, recordDocument(claimId))
      .then((kept) => kept.read())
      .then(({ changes, refused }) => setHasKept(changes.length + refused.length > 0));
  }, [claimId, personId, isOpen]);
  return hasKept;
}
