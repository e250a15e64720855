import * as Y from 'yjs';
import { lengthOf } from '@/domain/record/draft';
import type { AuthorShare } from '@/platform/ports';
import { recordTexts } from './draft-of';
import type { Ledger } from './ledger';

/**
 * The characters of the record's living text, per person and party, in code points; the longest share first (C20, PROTOCOL P9). All of its languages count and no
 * other: words of a language that was taken out are in no revision (SPEC LG5).
 */
export function sharesOf(doc: Y.Doc, ledger: Ledger, languages: readonly string[]): AuthorShare[] {
  const shares = new Map<string, AuthorShare>();
  for (const { fragment } of recordTexts(doc).filter(({ language }) => languages.includes(language))) {
    for (const { personId, partyId, text } of runsOf(fragment, ledger)) {
      const key = `${personId} ${partyId}`;
      const share = shares.get(key) ?? { personId, partyId, characters: 0 };
      shares.set(key, { ...share, characters: share.characters + lengthOf(text) });
    }
  }
  return [...shares.values()].sort((a, b) => b.characters - a.characters || (a.personId < b.personId ? -1 : 1));
}

function* runsOf(
  type: Y.XmlFragment | Y.AbstractType<unknown>,
  ledger: Ledger,
): Generator<{ personId: string; partyId: string; text: string }> {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentType) yield* runsOf(item.content.type, ledger);
    if (item.content instanceof Y.ContentString) yield* split(item.id, item.content.str, ledger);
  }
}

/** Yjs joins neighbouring items of one client, so one item may hold what two rows brought. Clocks count UTF-16 units. */
function split({ client, clock }: Y.ID, text: string, ledger: Ledger): { personId: string; partyId: string; text: string }[] {
  return ledger
    .writersOf(client, clock, clock + text.length)
    .flatMap(({ from, to, author }) => (author === undefined ? [] : [{ ...author, text: text.slice(from - clock, to - clock) }]));
}
