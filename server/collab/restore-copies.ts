import * as Y from 'yjs';
import type { Author } from '@/platform/ports';
import type { Ledger, Stretch } from './ledger';
import { linesOf, type TextRun } from './text-lines';

/** Texts of an old version as an update that inserts them anew, and whose text that is. */
export type RestoreCopy = { clientId: number; roots: string[]; update: Uint8Array; credits: Stretch<Author>[] };

/** One update may bring so many new client ids; one is left for the rest of the edit (limits.ts). */
const mostClients = 30;

/**
 * These texts of an old version, copied under client ids that nobody has used: what a copy's clocks say is known before it becomes an edit, so its authors
 * are stored first and no restored letter is ever the restorer's (PROTOCOL P44). Whether a text is needed is decided when the edit is made.
 */
export function restoreCopies(old: Y.Doc, texts: readonly string[], ledger: Ledger): RestoreCopy[] {
  const perClient = Math.max(1, Math.ceil(texts.length / mostClients));
  const groups = Array.from({ length: Math.ceil(texts.length / perClient) }, (_unused, index) =>
    texts.slice(index * perClient, (index + 1) * perClient),
  );
  return groups.map((roots) => {
    const copy = new Y.Doc();
    copy.transact(() => {
      for (const name of roots) copy.getXmlFragment(name).insert(0, clonesOf(old.getXmlFragment(name)));
    });
    const credits = roots.flatMap((name) => creditsOf(old.getXmlFragment(name), copy.getXmlFragment(name), ledger));
    const update = Y.encodeStateAsUpdate(copy);
    const { clientID: clientId } = copy;
    copy.destroy();
    return { clientId, roots, update, credits };
  });
}

function clonesOf(fragment: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return fragment
    .toArray()
    .filter((node) => node instanceof Y.XmlElement || node instanceof Y.XmlText)
    .map((node) => node.clone() as Y.XmlElement | Y.XmlText);
}

/** The letters of a copy stand in the order of the original's, so their authors are found by walking both. */
function creditsOf(original: Y.XmlFragment, copy: Y.XmlFragment, ledger: Ledger): Stretch<Author>[] {
  const letters = (fragment: Y.XmlFragment) =>
    linesOf(fragment, () => '')
      .flatMap(({ runs }) => runs)
      .filter(({ isAtom }) => !isAtom);
  const pieces = letters(original).flatMap(({ client, clock, text }) =>
    ledger.writersOf(client, clock, clock + text.length).map(({ from, to, author }) => ({ length: to - from, author })),
  );
  const credits: Stretch<Author>[] = [];
  const runs: TextRun[] = letters(copy);
  let [index, offset] = [0, 0];
  for (const { length, author } of pieces) {
    for (let left = length; left > 0; ) {
      const run = runs[index];
      if (run === undefined) throw new Error('The copy of a text is shorter than the text.');
      const taken = Math.min(left, run.text.length - offset);
      const from = run.clock + offset;
      if (author !== undefined) credits.push({ from, to: from + taken, author });
      left -= taken;
      offset += taken;
      if (offset < run.text.length) continue;
      index += 1;
      offset = 0;
    }
  }
  return credits;
}
