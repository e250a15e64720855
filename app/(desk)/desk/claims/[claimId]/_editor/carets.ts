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
  return { name: user.name, party: text('party'), letter: text('letter'), position: typeof position === 'number' ? position : null };
}

function caret({ name, party, position }: Peer): HTMLElement {
  const line = document.createElement('span');
  line.className = `collaboration-carets__caret ${classOf(position)}`;
  line.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'collaboration-carets__label';
  label.textContent = party === null ? name : `${party} · ${name}`;
  line.append(label);
  return line;
}

function classOf(position: number | null): string {
  return position === null ? '' : partyLook(position).className;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
