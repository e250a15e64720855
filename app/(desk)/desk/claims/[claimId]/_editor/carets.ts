import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { WebsocketProvider } from 'y-websocket';
import { partyLook } from '@/components/record/party-look';

/** Who is in a document, as the server says it: the browser's own word about its user is overwritten there. */
export type Peer = { name: string; party: string | null; position: number | null; letter: string | null };

/** Other people's carets, with the mark and the name of the party. */
export function carets(provider: WebsocketProvider, self: Peer) {
  return CollaborationCaret.configure({
    provider,
    user: self,
    render: (user) => caret(readPeer(user) ?? { name: '', party: null, position: null, letter: null }),
    selectionRender: (user) => ({ class: `sel ${classOf(readPeer(user)?.position ?? null)}` }),
  });
}

export function readPeer(user: unknown): Peer | undefined {
  if (typeof user !== 'object' || user === null || !('name' in user) || typeof user.name !== 'string') return undefined;
  const text = (key: string) => (key in user ? textOrNull(Reflect.get(user, key)) : null);
  const position: unknown = Reflect.get(user, 'position');
  return {
    name: user.name,
    party: text('party'),
    letter: text('letter'),
    position: typeof position === 'number' ? position : null,
  };
}

/** How long a name stays over the text after its caret moved; then the letter of the party is enough. */
const namedForMs = 2000;
const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Names a caret again: its element is kept while it moves, so nothing else would. */
export function wakeCarets(peers: readonly Peer[]): void {
  const moving = new Set(peers.map(keyOf));
  for (const line of document.querySelectorAll<HTMLElement>('.collaboration-carets__caret')) {
    if (moving.has(line.dataset.peer ?? '')) wake(line);
  }
}

function caret(peer: Peer): HTMLElement {
  const line = document.createElement('span');
  line.className = `collaboration-carets__caret ${classOf(peer.position)}`;
  line.setAttribute('aria-hidden', 'true');
  line.dataset.peer = keyOf(peer);
  line.dataset.name = peer.party === null || peer.name.includes(peer.party) ? peer.name : `${peer.party} · ${peer.name}`;
  line.dataset.letter = peer.letter ?? '';
  const label = document.createElement('span');
  label.className = 'collaboration-carets__label';
  line.append(label);
  wake(line);
  return line;
}

function wake(line: HTMLElement): void {
  const label = line.firstElementChild;
  if (!(label instanceof HTMLElement)) return;
  clearTimeout(timers.get(line));
  label.textContent = line.dataset.name ?? '';
  delete label.dataset.idle;
  timers.set(
    line,
    setTimeout(() => {
      label.textContent = line.dataset.letter ?? '';
      label.dataset.idle = '';
    }, namedForMs),
  );
}

function keyOf({ name, position }: Peer): string {
  return `${position} ${name}`;
}

function classOf(position: number | null): string {
  return position === null ? '' : partyLook(position).className;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
