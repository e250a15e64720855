import * as Y from 'yjs';
import { lengthOf } from '@/domain/record/draft';
import type { AuthorShare } from '@/platform/ports';
import { recordTexts } from './draft-of';
import type { LogRow } from './read-log';

type Stretch = { from: number; personId: string; partyId: string };

/**
 * Who wrote what of a document, learnt while its log is replayed: the structs that a row brought belong to the row's person.
 * Nothing inside the document says so – a document is data that any writer may write (PROTOCOL P9).
 */
export class Authorship {
  /** For each Yjs client id, from which clock on it wrote for whom; ascending. */
  readonly #stretches = new Map<number, Stretch[]>();
  readonly #states = new Map<number, number>();

  /** Call after each row, in order. */
  saw({ personId, partyId }: LogRow, doc: Y.Doc): void {
    for (const client of doc.store.clients.keys()) {
      const from = this.#states.get(client) ?? 0;
      const to = Y.getState(doc.store, client);
      if (to === from) continue;
      this.#states.set(client, to);
      const stretches = this.#stretches.get(client) ?? [];
      const last = stretches.at(-1);
      if (last?.personId !== personId || last.partyId !== partyId) stretches.push({ from, personId, partyId });
      this.#stretches.set(client, stretches);
    }
  }

  /** The characters of the record's living text, per person, in code points; the longest share first. */
  shares(doc: Y.Doc): AuthorShare[] {
    const shares = new Map<string, AuthorShare>();
    for (const { fragment } of recordTexts(doc)) {
      for (const { personId, partyId, text } of this.#runs(fragment)) {
        const key = `${personId} ${partyId}`;
        const share = shares.get(key) ?? { personId, partyId, characters: 0 };
        shares.set(key, { ...share, characters: share.characters + lengthOf(text) });
      }
    }
    return [...shares.values()].sort((a, b) => b.characters - a.characters || (a.personId < b.personId ? -1 : 1));
  }

  *#runs(type: Y.XmlFragment | Y.AbstractType<unknown>): Generator<{ personId: string; partyId: string; text: string }> {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentType) yield* this.#runs(item.content.type);
      if (item.content instanceof Y.ContentString) yield* this.#split(item.id, item.content.str);
    }
  }

  /** Yjs joins neighbouring items of one client, so one item may hold what two rows brought. Clocks count UTF-16 units. */
  *#split({ client, clock }: Y.ID, text: string): Generator<{ personId: string; partyId: string; text: string }> {
    const stretches = this.#stretches.get(client) ?? [];
    for (const [index, { from, personId, partyId }] of stretches.entries()) {
      const until = stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const part = text.slice(Math.max(0, from - clock), Math.max(0, until - clock));
      if (part !== '') yield { personId, partyId, text: part };
    }
  }
}
