import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { until } from '@/tests/server/collab/support/until';
import { type Opening, pause } from './rooms';
import { firstContent, Typist, textOf } from './typist';
import { Wire } from './wire';

/** What the server's answer may take before it counts as none. */
const patienceMs = 400;

/** Somebody at a document. What they type while `inFlight` is a list waits in it, as it waits in a slow network. */
type Person = { wire: Wire; doc: Y.Doc; presence: Uint8Array[]; acknowledged: number; inFlight: Uint8Array[] | undefined };
type Party = { attacker: Person; victim: Person; come: () => Promise<Person> };
type Probe = (party: Party) => Promise<string>;

/** The weaknesses that were found in peers, each at a document of its own, and what the server does about it. */
export async function misbehave({ url, dialect, documents, writers, isEmpty }: Opening): Promise<Record<string, string>> {
  const reactions: Record<string, string> = {};
  for (const [index, [name, probe]] of Object.entries(probes).entries()) {
    const people: Person[] = [];
    const come = async (who: number) => {
      const person = enter({ url, dialect, document: documents[index] ?? '', headers: writers[who % writers.length] ?? {} });
      people.push(person);
      await until('the person is in sync', () => person.wire.isSynced);
      return person;
    };
    const victim = await come(0);
    if (isEmpty) victim.wire.update(firstContent);
    const attacker = await come(1);
    await until('the attacker has the first content', () => attacker.doc.getXmlFragment('analysis:en').length > 0);
    reactions[name] = await probe({ attacker, victim, come: () => come(2) });
    for (const { wire } of people) wire.socket.terminate();
  }
  return reactions;
}

const probes: Record<string, Probe> = {
  'malformed update': async ({ attacker }) => {
    const frame = attacker.wire.update(Uint8Array.of(255, 254, 253, 1, 2, 3));
    return answerTo(attacker, frame);
  },
  'frame cut short': async ({ attacker }) => {
    attacker.wire.message(Uint8Array.of(0, 2, 50, 1, 2));
    return answerTo(attacker, attacker.wire.frames + 1);
  },
  'update with a gap': async ({ attacker }) => {
    const typist = new Typist();
    typist.next();
    return answerTo(attacker, attacker.wire.update(typist.next()));
  },
  'unknown message type': async ({ attacker }) => {
    attacker.wire.message(Uint8Array.of(99, 1, 2));
    await pause(patienceMs);
    return fate(attacker);
  },
  'forged client id while the victim types': async ({ attacker, victim, come }) => {
    textOf(victim.doc).insert(0, 'mine ');
    await until('the victim is known', () => textOf(attacker.doc).toString() === 'mine ');
    victim.inFlight = [];
    textOf(victim.doc).insert(0, 'true  ');
    attacker.wire.update(edit(attacker.doc, victim.doc.clientID, 'forged'));
    await pause(patienceMs);
    for (const update of victim.inFlight) victim.wire.update(update);
    await pause(patienceMs);
    const text = textOf((await come()).doc).toString();
    return `${text.includes('true') ? 'the true words are kept' : 'the true words are lost'}; forger: ${fate(attacker)}`;
  },
  "another person's presence": async ({ attacker, victim }) => {
    attacker.wire.message(presence([{ client: attacker.doc.clientID, state: { user: { name: 'somebody else' } } }]));
    await pause(patienceMs);
    return `${says(victim, 'somebody else') ? 'shown' : 'not shown'} to others; ${fate(attacker)}`;
  },
  '200 invented presences of 5 kB': async ({ attacker, victim }) => {
    const states = Array.from({ length: 200 }, (_, index) => ({ client: 7_000_000 + index, state: { mark: 'x'.repeat(5_000) } }));
    for (const state of states) attacker.wire.message(presence([state]));
    await pause(patienceMs * 2);
    const kib = victim.presence.reduce((sum, message) => sum + message.byteLength, 0) / 1024;
    return `${kib.toFixed(0)} KiB sent to each; ${fate(attacker)}`;
  },
};

/** One update of 60 MiB, by itself, because of what it does to memory. */
export async function sendWhale({ url, dialect, documents, writers }: Opening): Promise<string> {
  const { wire, doc } = enter({ url, dialect, document: documents[0] ?? '', headers: writers[0] ?? {} });
  await until('the sender is in sync', () => wire.isSynced);
  const update = new Typist().first('x'.repeat(60 * 2 ** 20));
  wire.update(update);
  await pause(4_000);
  const reaction = wire.closedWith === undefined ? 'stays' : `closed with ${wire.closedWith}`;
  wire.socket.terminate();
  doc.destroy();
  return reaction;
}

function enter(at: ConstructorParameters<typeof Wire>[0]): Person {
  const person: Person = {
    doc: new Y.Doc(),
    presence: [],
    acknowledged: 0,
    inFlight: undefined,
    wire: new Wire(at, {
      heard: (update) => Y.applyUpdate(person.doc, update, 'the server'),
      acknowledged: (frame) => {
        person.acknowledged = frame;
      },
      other: (message) => {
        if (message[0] === 1) person.presence.push(new Uint8Array(message));
      },
    }),
  };
  person.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'the server') return;
    if (person.inFlight === undefined) person.wire.update(update);
    else person.inFlight.push(update);
  });
  return person;
}

/** What happened to a data frame. */
async function answerTo(person: Person, frame: number): Promise<string> {
  await pause(patienceMs);
  const { rejections, closedWith } = person.wire;
  if (rejections.length > 0) return `refused (${rejections.join(', ')}); ${fate(person)}`;
  return person.acknowledged >= frame && closedWith === undefined ? 'acknowledged; stays' : fate(person);
}

function fate({ wire }: Person): string {
  return wire.closedWith === undefined ? 'stays' : `closed with ${wire.closedWith}`;
}

function says({ presence }: Person, words: string): boolean {
  return presence.some((message) => Buffer.from(message).includes(words));
}

/** An edit of what `doc` holds, under somebody's client id. */
function edit(doc: Y.Doc, clientId: number, words: string): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const before = Y.encodeStateVector(copy);
  textOf(copy).insert(0, words);
  return Y.encodeStateAsUpdate(copy, before);
}

function presence(states: readonly { client: number; state: unknown }[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const { client, state } of states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
}
