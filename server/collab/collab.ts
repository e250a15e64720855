import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import type { CollabPort } from '@/platform/ports';
import { type As, appendAs } from './append-as';
import { authorshipOf } from './authorship-of';
import { changesBetween } from './changes-between';
import { Documents, type Report } from './documents';
import { encodeDraft } from './encode-draft';
import { defaultLimits, type Limits } from './limits';
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
  now = () => new Date(),
  limits: changed = {},
}: CollabOptions): Collab {
  const limits = { ...defaultLimits, ...changed };
  const documents = new Documents({ db, now, limits, level, report });
  const revocation = new Revocation({ db, documents, now, report, everyMs: limits.recheckMs });
  const upgrade = createUpgrade({ db, documents, origin, secret, now, limits, report });
  const heartbeat = setInterval(() => void documents.heartbeat(), limits.heartbeatMs);
  heartbeat.unref();
  let isStopping = false;
  return {
    upgrade: (request, socket, head) =>
      isStopping ? refuseHandshake(socket, '503 Service Unavailable') : upgrade(request, socket, head),
    port: {
      projectionAt: (document, seq) => projectionAt(db, document, seq),
      authorshipOf: (document) => authorshipOf(db, document),
      changesBetween: (document, range, label) => changesBetween(db, document, range, label),
      restoreTo: (document, seq, as) => restoreTo({ db, documents }, document, seq, as),
      checkpointNow: (document) => documents.checkpoint(document),
      encodeDraft,
      recheckAccess: () => revocation.recheck(),
    },
    appendAs: (document, as, edit) => appendAs(documents, document, as, edit),
    projectNow: (document) => documents.project(document),
    stop: async () => {
      isStopping = true;
      clearInterval(heartbeat);
      await revocation.stop();
      await documents.stop('stopping');
    },
  };
}
