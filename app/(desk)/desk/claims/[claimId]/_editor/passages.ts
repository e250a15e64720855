import type { Passage } from '@/domain/discussion/passage';

/** A passage that the record shows as commented on, by its thread. */
export type MarkedPassage = { threadId: string; passage: Passage; isPrivate: boolean };
/** Where marked passages stand: by thread, the position in its text, or undefined when it is no longer there. A thread of a text that no editor shows yet is absent. */
export type Places = ReadonlyMap<string, number | undefined>;

/** What whoever shows the comments wants to hear from the editors. */
export type PassageNews = { chosen: (passage: Passage) => void; pressed: (threadId: string) => void };

/**
 * Where the editors of a record and the comments beside it meet: these say which passages are marked, those say where they stand and what was selected. Nothing
 * of it is in the document.
 */
export class Passages {
  #marked: readonly MarkedPassage[] = [];
  #pointedAt: string | undefined;
  #places: Places = new Map();
  #news: PassageNews | undefined;
  readonly #editors = new Set<() => void>();
  readonly #readers = new Set<() => void>();

  get marked(): readonly MarkedPassage[] {
    return this.#marked;
  }

  get pointedAt(): string | undefined {
    return this.#pointedAt;
  }

  /** A new map after each change, so that React can compare. */
  readonly places = (): Places => this.#places;

  readonly followPlaces = (changed: () => void): (() => void) => {
    this.#readers.add(changed);
    return () => this.#readers.delete(changed);
  };

  /** Answers how to stop listening. One listens at a time: the comments of the page. */
  listen(news: PassageNews): () => void {
    this.#news = news;
    return () => {
      if (this.#news === news) this.#news = undefined;
    };
  }

  mark(marked: readonly MarkedPassage[]): void {
    this.#marked = marked;
    this.#tellEditors();
  }

  /** Draws one passage stronger and brings it into sight. */
  pointAt(threadId: string | undefined): void {
    this.#pointedAt = threadId;
    this.#tellEditors();
  }

  subscribe(changed: () => void): () => void {
    this.#editors.add(changed);
    return () => this.#editors.delete(changed);
  }

  choose(passage: Passage): void {
    this.#news?.chosen(passage);
  }

  press(threadId: string): void {
    this.#news?.pressed(threadId);
  }

  /** An editor says where the passages of its text stand. */
  place(found: Places): void {
    const isKnown = [...found].every(([threadId, at]) => this.#places.has(threadId) && this.#places.get(threadId) === at);
    if (isKnown) return;
    this.#places = new Map([...this.#places, ...found]);
    for (const changed of this.#readers) changed();
  }

  #tellEditors(): void {
    for (const changed of this.#editors) changed();
  }
}
