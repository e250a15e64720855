import { randomUUID } from 'node:crypto';
import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import type { Bus } from '@/platform/bus';
import type { CollabPort } from '@/platform/ports';
import { limitPerMinute } from '@/platform/rate-limit';
import { clientAddress } from '../client-address';
import { type As, appendAs } from './append-as';
import { authorshipOf } from './authorship-of';
import { Backlog } from './backlog';
import { changesBetween } from './changes-between';
import { charterDraftAt, encodeCharterDraft } from './charter-draft';
import { Documents, type Report } from './documents';
import { encodeDraft } from './encode-draft';
import { beginLanguage, clearLanguage } from './language-texts';
import { defaultLimits, type Limits } from './limits';
import { Nodes } from './nodes';
import { notesAt, notesChangesBetween } from './notes-at';
import { projectionAt } from './projection-at';
import { restoreTo } from './restore-to';
import { Revocation } from './revocation';
import { createUpgrade, refuseHandshake, type Upgrade } from './upgrade';

export type CollabOptions = {
  db: Db;
  /** The one accepted Origin. */
  origin: string;
  /** next-auth's secret. */
  secret: string;
  /** How safe "saved" is: 0 survives the death of the process (PGlite never fsyncs), 1 is on disk. */
  level: 0 | 1;
  report: Report;
  /** Where it hears of changed rights, and of other processes on the same database. Left out: there is nobody else. */
  bus?: Bus;
  /** How many proxies of the operator's own stand in front, so that an address is the client's. */
  trustedProxyHops?: number;
  now?: () => Date;
  limits?: Partial<Limits>;
};

export type Collab = {
  upgrade: Upgrade;
  /** What commands and pages of this process may ask. */
  port: CollabPort;
  /** An edit as a person, at a given time, through the same admission and append as the socket; gives its sequence number. */
  appendAs: (document: string, as: As, edit: (doc: Y.Doc) => void) => Promise<number>;
  /** Brings what lists show of a record up to date. */
  projectNow: (document: string) => Promise<void>;
  /** What is open and connected now, for those who watch the server. */
  counts: () => { documents: number; connections: number };
  /** Finishes the appends in flight, stores projections and closes every socket. */
  stop: () => Promise<void>;
};

/** The live editing server, without a process or a port of its own. */
export function createCollab({
  db,
  origin,
  secret,
  level,
  report,
  bus,
  trustedProxyHops = 0,
  now = () => new Date(),
  limits: changed = {},
}: CollabOptions): Collab {
  const limits = { ...defaultLimits, ...changed };
  const backlog = new Backlog(limits.waitingBytesInAll);
  const documents: Documents = new Documents({
    ...{ db, now, limits, level, report },
    events: {
      opened: (name) => nodes?.opened(name),
      stored: (flights) => nodes?.tellStored(flights),
      presenceChanged: (name, states) => nodes?.tellPresence(name, states),
      // The check finds out why; if the right is back already, the connection still holds what was refused.
      rightLost: (connection, bar) =>
        void revocation.recheck().then(() => connection.close(bar === 'claim-closed' ? 'claim-moved' : 'no-right')),
    },
  });
  const nodes =
    bus &&
    new Nodes({
      ...{ bus, db, documents, limits, report, isShared: level === 1 },
      node: randomUUID(),
      nowMs: () => now().getTime(),
    });
  const revocation = new Revocation({ db, documents, now, report, everyMs: limits.recheckMs });
  const offAccess = bus?.subscribe('access', () => void revocation.recheck());
  const offChanges = bus?.subscribe('changes', (workspaceId) => {
    const isHere = ({ admitted }: { admitted: { seat: { workspaceId: string } } }) => admitted.seat.workspaceId === workspaceId;
    if (documents.connections().some(isHere)) void revocation.recheck();
  });
  const mayConnect = limitPerMinute('connections', limits.connectionsPerAddress);
  const upgrade = createUpgrade({
    ...{ db, documents, backlog, origin, secret, now, limits, report },
    mayConnect: (request) => mayConnect(clientAddress(request, trustedProxyHops)),
  });
  const heartbeat = setInterval(() => documents.heartbeat(), limits.heartbeatMs);
  const readers = setInterval(() => {
    for (const connection of documents.connections()) connection.checkReading(now().getTime());
  }, 1_000);
  heartbeat.unref();
  readers.unref();
  let isStopping = false;
  return {
    upgrade: (request, socket, head) =>
      isStopping ? refuseHandshake(socket, '503 Service Unavailable') : upgrade(request, socket, head),
    port: {
      projectionAt: (document, seq) => projectionAt(db, document, seq),
      authorshipOf: (document) => authorshipOf(db, document),
      changesBetween: (document, range, label) => changesBetween(db, document, range, label),
      notesAt: (document, seq) => notesAt(db, document, seq),
      notesChangesBetween: (document, range) => notesChangesBetween(db, document, range),
      restoreTo: (document, seq, by) => restoreTo({ db, documents }, document, seq, by),
      beginLanguage: (document, language, by) => beginLanguage(documents, document, language, by),
      clearLanguage: (document, language, by) => clearLanguage({ db, documents }, document, language, by),
      checkpointNow: (document) => documents.checkpoint(document),
      charterDraftAt: (document, seq) => charterDraftAt(db, document, seq),
      encodeCharterDraft,
      encodeDraft,
      recheckAccess: () => (bus === undefined ? void revocation.recheck() : bus.publish('access', '')),
    },
    appendAs: (document, as, edit) => appendAs(documents, document, as, edit),
    projectNow: (document) => documents.project(document),
    counts: () => ({ documents: documents.names().length, connections: documents.connections().length }),
    stop: async () => {
      isStopping = true;
      clearInterval(heartbeat);
      clearInterval(readers);
      offAccess?.();
      offChanges?.();
      await revocation.stop();
      await documents.stop('stopping');
      nodes?.stop();
    },
  };
}
