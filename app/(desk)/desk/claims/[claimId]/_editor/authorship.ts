import type { WebsocketProvider } from 'y-websocket';
import { z } from 'zod';
import { readPeer } from './carets';
import type { Writer } from './who-wrote';

const Person = z.object({
  name: z.string(),
  party: z.object({ name: z.string(), letter: z.string(), position: z.number() }).nullable(),
});
/** What the server counts from its log: which clocks of which Yjs client id who wrote. */
const Answer = z.object({
  people: z.array(Person),
  written: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});

type Range = { from: number; to: number; writer: Writer };

/** How long the text rests before the server is asked about an editor it has not told of. */
const askAfterMs = 1000;

/**
 * Who wrote which letters of a live document: from the log, and for editors that joined since, from their presence, whose name and party the server sets.
 * Nothing is asked before it is turned on.
 */
export class Authorship {
  state: 'off' | 'loading' | 'ready' | 'failed' = 'off';
  readonly #provider: WebsocketProvider;
  /** Who wrote what stands before the caret, for those who cannot see the colours. */
  atCaret: Writer | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #caretListeners = new Set<() => void>();
  readonly #ranges = new Map<number, Range[]>();
  readonly #live = new Map<number, Writer>();
  /** Editors that the server was asked about since they were last seen writing. */
  readonly #askedFor = new Set<number>();
  #url: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(provider: WebsocketProvider) {
    this.#provider = provider;
  }

  turnOn(url: string): void {
    this.#url = url;
    this.#change('loading');
    void this.#ask();
  }

  turnOff(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#url = undefined;
    this.#askedFor.clear();
    this.pointAt(undefined);
    this.#change('off');
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  followCaret(moved: () => void): () => void {
    this.#caretListeners.add(moved);
    return () => this.#caretListeners.delete(moved);
  }

  pointAt(writer: Writer | undefined): void {
    if (writer === this.atCaret) return;
    this.atCaret = writer;
    for (const moved of this.#caretListeners) moved();
  }

  /** Undefined while nobody has told. A client id belongs to one person (PROTOCOL P7), so what is known of one clock holds for the newer ones. */
  writerOf(client: number, clock: number): Writer | undefined {
    const ranges = this.#ranges.get(client);
    const range = ranges?.find(({ from, to }) => from <= clock && clock < to);
    if (range !== undefined) return range.writer;
    if (ranges !== undefined && client !== serverClient) return ranges.at(-1)?.writer;
    this.#askSoon(client);
    return this.#present(client);
  }

  #present(client: number): Writer | undefined {
    const peer = readPeer(this.#provider.awareness.getStates().get(client)?.user);
    if (peer !== undefined && !this.#live.has(client)) {
      const { name, party, letter, position } = peer;
      const hasParty = party !== null && letter !== null && position !== null;
      this.#live.set(client, { name, party: hasParty ? { name: party, letter, position } : null });
    }
    return this.#live.get(client);
  }

  #askSoon(client: number): void {
    if (this.#url === undefined || this.#askedFor.has(client)) return;
    this.#askedFor.add(client);
    this.#timer ??= setTimeout(() => void this.#ask(), askAfterMs);
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const url = this.#url;
    if (url === undefined) return;
    const asked = [...this.#askedFor];
    const answer = await fetch(url)
      .then(async (response) => (response.ok ? Answer.parse(await response.json()) : undefined))
      .catch(() => undefined);
    if (this.#url !== url) return;
    if (answer === undefined) {
      for (const client of asked) this.#askedFor.delete(client);
      this.#change('failed');
      return;
    }
    this.#learn(answer);
    this.#change('ready');
  }

  #learn({ people, written }: z.infer<typeof Answer>): void {
    this.#ranges.clear();
    for (const [client, from, to, index] of written) {
      const writer = people[index];
      if (writer === undefined) continue;
      const ranges = this.#ranges.get(client) ?? [];
      ranges.push({ from, to, writer });
      this.#ranges.set(client, ranges);
    }
  }

  #change(state: Authorship['state']): void {
    this.state = state;
    for (const changed of this.#listeners) changed();
  }
}

/** What the server itself wrote, for several people, is under this one client id. */
const serverClient = 1;
