import { v7 } from 'uuid';
import type { Db } from '@/db/client';
import { openDatabase } from '@/db/open-database';
import { claims, documents, documentUpdates } from '@/db/schema';
import { emptyTexts } from '@/domain/record/draft';
import { encodeDraft } from '@/server/collab/encode-draft';
import type { Limits } from '@/server/collab/limits';
import { buildDesk } from '@/tests/server/collab/support/desk';
import { headersOf } from '@/tests/server/collab/support/editor';
import { serve } from '@/tests/server/collab/support/serve';
import type { World } from '../subjects';

/**
 * Our own live editing server: sessions, cookies, Origin, seats and every check as in production. Only the limits that a bench must
 * exceed are raised: three people hold up to a thousand connections and type faster than people do.
 */
const raised: Partial<Limits> = {
  connectionsPerDocument: 2_000,
  connectionsPerPersonAndDocument: 2_000,
  connectionsPerPerson: 2_000,
  connectionsPerAddress: 1_000_000,
  framesPerSecond: 1_000_000,
  framesBurst: 1_000_000,
  bytesPerSecond: 2 ** 30,
  bytesBurst: 2 ** 30,
};

type Orders = {
  where: Parameters<typeof openDatabase>[0];
  limits: 'raised' | 'default';
  documents: number;
  world?: World;
  port: number;
};

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const { db } = await openDatabase(orders.where);
const world = orders.world ?? (await makeWorld(db, orders.documents));
await serve(db, orders.limits === 'raised' ? raised : {}, orders.port, { level: 'url' in orders.where ? 1 : 0 });
process.stdout.write(`${JSON.stringify(world)}\n`);

async function makeWorld(db: Db, count: number): Promise<World> {
  const desk = await buildDesk(db);
  const names = [desk.record];
  const at = new Date();
  const update = encodeDraft({ texts: { en: emptyTexts }, fields: {} });
  for (let number = 2; number <= count; number++) {
    const claimId = v7();
    const name = `claims/${claimId}/record`;
    const { workspaceId, anna, north } = desk;
    await db.insert(claims).values({
      ...{ id: claimId, workspaceId, number, state: 'submitted', wording: 'A claim.', mainLanguage: 'en', languages: ['en'] },
      ...{ submittedBy: anna.personId, submittedByParty: north.id, submittedAt: at },
    });
    await db.insert(documents).values({ name, workspaceId, claimId, kind: 'record', headSeq: 1, createdAt: at });
    await db.insert(documentUpdates).values({ document: name, seq: 1, personId: anna.personId, partyId: north.id, at, update });
    names.push(name);
  }
  const writers = await Promise.all([desk.anna, desk.bela, desk.cleo].map((person) => headersOf(person)));
  return { documents: names, writers };
}
