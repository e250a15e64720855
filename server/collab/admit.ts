import * as Y from 'yjs';
import { TooEntangledError, withinSteps } from './bounded-merge';
import type { Bar, RejectionReason } from './codes';
import { type DocumentKind, faultOf } from './content-rules';
import { inspect, isKnown, newlyDeleted, type Ranges } from './inspect';
import type { Limits } from './limits';
import { type ReadUpdate, readUpdate } from './read-update';

/** `bar`: why this person may not write. */
export type Author = { personId: string; bar: Bar | undefined };

/** Who a client id belongs to: a person, by the log or only by an open editor's presence; the server, which never types again; nobody yet. */
export type Owner = { personId: string; isInLog: boolean } | 'server' | 'nobody';
export type OwnerOf = (client: number) => Owner;

export type Admission =
  | { verdict: 'admitted'; update: Uint8Array; newClients: number[] }
  | { verdict: 'known' }
  /** `spoiled`: the document may be half changed and must be built again from the log. `at`: the value that has no place in it. */
  | { verdict: 'rejected'; reason: RejectionReason; at?: string; spoiled: boolean };

type Request = {
  update: Uint8Array;
  step: 'step-two' | 'update';
  author: Author;
  kind: DocumentKind;
  ownerOf: OwnerOf;
  /** The document has all it may hold: it only takes what makes it smaller (PROTOCOL P27). */
  isFull: boolean;
  limits: Limits;
};

/**
 * The only entrance for content. What it admits is already in `doc`, so that nothing reaches the log that Yjs could not
 * integrate once: an update that throws while the log is replayed would take the document from everybody. The caller keeps `doc` to itself
 * until the append has committed, and drops it when the append fails (PROTOCOL P3, P4).
 *
 * Updates may be admitted inside one transaction of `doc`, which costs Yjs's clean-up once for all of them; a SyncStep2 may not.
 */
export function admit(doc: Y.Doc, request: Request): Admission {
  const { update, step, author, kind, ownerOf, isFull, limits } = request;
  if (step === 'update' && update.byteLength > limits.updateBytes) return rejected('too-large');
  const read = readUpdate(update, step === 'update' ? limits.updateStructs : limits.stepTwoStructs);
  if (typeof read === 'string') return rejected(read);
  const inspection = inspect(doc, read, { kind, limits });
  // What builds on words that were refused is refused like them: whoever may not write is asked for nothing.
  if (inspection.verdict === 'incomplete' && author.bar !== undefined) return rejected(author.bar);
  if (inspection.verdict === 'unfit-value')
    return { verdict: 'rejected', reason: inspection.verdict, at: inspection.at, spoiled: false };
  if (inspection.verdict !== 'complete') return rejected(inspection.verdict);
  const { ranges } = inspection;
  if (isKnown(doc, read, ranges)) return { verdict: 'known' };
  if (author.bar !== undefined) return rejected(author.bar);
  if (isFull && !makesRoom(doc, read)) return rejected('document-too-large');
  const newClients = clientsOf(doc, ranges, author.personId, ownerOf);
  const most = step === 'update' ? limits.newClientsPerUpdate : limits.newClientsPerStepTwo;
  if (newClients === undefined || newClients.length > most) return rejected('forged-client');
  const own = step === 'step-two' ? undefined : ownBytes(doc, request.update, { read, ranges });
  const steps = step === 'update' ? limits.updateSteps : limits.stepTwoSteps;
  return integrate(doc, {
    update: own ?? update,
    ranges,
    newClients,
    kind,
    depth: limits.depth,
    steps,
    isOwn: own !== undefined,
  });
}

/** The client ids that this update brings into the log for the first time, or undefined when it writes under an id that is not the author's. */
function clientsOf(doc: Y.Doc, ranges: Ranges, personId: string, ownerOf: OwnerOf): number[] | undefined {
  const found: number[] = [];
  for (const [client, { to }] of ranges) {
    if (to <= Y.getState(doc.store, client)) continue;
    const owner = ownerOf(client);
    if (owner === 'server' || (owner !== 'nobody' && owner.personId !== personId)) return undefined;
    if (owner === 'nobody' || !owner.isInLog) found.push(client);
  }
  return found;
}

/** Fewer characters come than go. */
function makesRoom(doc: Y.Doc, read: ReadUpdate): boolean {
  const brought = read.structs
    .filter(({ client, clock, length, item }) => item !== undefined && clock + length > Y.getState(doc.store, client))
    .reduce((sum, { length }) => sum + length, 0);
  return newlyDeleted(doc, read, brought + 1) > brought;
}

/** An update without what is known already and without anything after its end: those bytes are stored and sent on. */
function ownBytes(doc: Y.Doc, update: Uint8Array, { read, ranges }: { read: ReadUpdate; ranges: Ranges }): Uint8Array {
  const isNew = [...ranges].every(([client, { from }]) => from === Y.getState(doc.store, client));
  if (isNew && read.isExact) return update;
  const known = new Map([...ranges.keys()].map((client) => [client, Y.getState(doc.store, client)] as const));
  return Y.diffUpdate(update, Y.encodeStateVector(known));
}

/** Of a SyncStep2 Yjs itself says what was new in it: it repeats every deletion there ever was. */
function integrate(
  doc: Y.Doc,
  {
    update,
    ranges,
    newClients,
    kind,
    depth,
    steps,
    isOwn,
  }: {
    update: Uint8Array;
    ranges: Ranges;
    newClients: number[];
    kind: DocumentKind;
    depth: number;
    steps: number;
    isOwn: boolean;
  },
): Admission {
  const integrated: Uint8Array[] = [];
  const keep = (bytes: Uint8Array) => integrated.push(bytes);
  if (!isOwn) doc.on('update', keep);
  try {
    withinSteps(steps, () => Y.applyUpdate(doc, update));
  } catch (cause) {
    return { verdict: 'rejected', reason: cause instanceof TooEntangledError ? 'too-large' : 'malformed', spoiled: true };
  } finally {
    doc.off('update', keep);
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    return { verdict: 'rejected', reason: 'malformed', spoiled: true };
  const fault = newItems(doc, ranges).flatMap((item) => faultOf(item, { kind, depth }) ?? [])[0];
  if (fault !== undefined) return { verdict: 'rejected', ...fault, spoiled: true };
  if (isOwn) return { verdict: 'admitted', update, newClients };
  const [bytes, ...more] = integrated;
  if (bytes === undefined) return { verdict: 'known' };
  return { verdict: 'admitted', update: more.length === 0 ? bytes : Y.mergeUpdates(integrated), newClients };
}

/** The items of an update as Yjs has placed them; what a deletion has already emptied has no place to judge. */
function newItems(doc: Y.Doc, ranges: Ranges): Y.Item[] {
  return [...ranges].flatMap(([client, { from }]) => {
    const structs = doc.store.clients.get(client) ?? [];
    const first = structs.length === 0 ? 0 : Y.findIndexSS(structs, Math.min(from, Y.getState(doc.store, client) - 1));
    return structs.slice(first).filter((struct): struct is Y.Item => struct instanceof Y.Item && !struct.deleted);
  });
}

function rejected(reason: RejectionReason): Admission {
  return { verdict: 'rejected', reason, spoiled: false };
}
