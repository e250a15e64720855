import * as Y from 'yjs';
import type { RejectionReason } from './codes';
import { type DocumentKind, standsWell } from './content-rules';
import { inspect, isKnown, type Ranges } from './inspect';
import type { Limits } from './limits';

export type Author = { personId: string; canWrite: boolean };

/** Who a client id belongs to: a person, by the log or only by an open editor's presence; the server, which never types again; nobody yet. */
export type Owner = { personId: string; isInLog: boolean } | 'server' | 'nobody';
export type OwnerOf = (client: number) => Owner;

export type Admission =
  | { verdict: 'admitted'; update: Uint8Array; newClients: number[] }
  | { verdict: 'known' }
  /** `spoiled`: the document may be half changed and must be built again from the log. */
  | { verdict: 'rejected'; reason: RejectionReason; spoiled: boolean };

/**
 * The only entrance for content. What it admits is already in `doc`, so that nothing reaches the log that Yjs could not
 * integrate once: an update that throws while the log is replayed would take the document from everybody. The caller keeps `doc` to itself
 * until the append has committed, and drops it when the append fails (PROTOCOL P3, P4).
 */
export function admit(
  doc: Y.Doc,
  {
    update,
    step,
    author,
    kind,
    ownerOf,
    limits,
  }: { update: Uint8Array; step: 'step-two' | 'update'; author: Author; kind: DocumentKind; ownerOf: OwnerOf; limits: Limits },
): Admission {
  if (step === 'update' && update.byteLength > limits.updateBytes) return rejected('too-large');
  const decoded = decode(update);
  if (decoded === undefined) return rejected('malformed');
  const inspection = inspect(doc, decoded, kind);
  if (inspection.verdict !== 'complete') return rejected(inspection.verdict);
  if (isKnown(doc, decoded, inspection.ranges)) return { verdict: 'known' };
  if (!author.canWrite) return rejected('read-only');
  const newClients = clientsOf(doc, inspection.ranges, author.personId, ownerOf);
  const most = step === 'update' ? limits.newClientsPerUpdate : limits.newClientsPerStepTwo;
  if (newClients === undefined || newClients.length > most) return rejected('forged-client');
  return integrate(doc, update, newClients, inspection.ranges);
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return undefined;
  }
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

/** Yjs itself says what was new: those bytes are stored and sent on, never the client's own encoding. */
function integrate(doc: Y.Doc, update: Uint8Array, newClients: number[], ranges: Ranges): Admission {
  const integrated: Uint8Array[] = [];
  const keep = (bytes: Uint8Array) => integrated.push(bytes);
  doc.on('update', keep);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return { verdict: 'rejected', reason: 'malformed', spoiled: true };
  } finally {
    doc.off('update', keep);
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    return { verdict: 'rejected', reason: 'malformed', spoiled: true };
  if (!newItems(doc, ranges).every(standsWell)) return { verdict: 'rejected', reason: 'foreign-content', spoiled: true };
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
