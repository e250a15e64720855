import type { Db } from '@/db/client';
import { runPrepared } from '@/db/run-prepared';

/** The seat and the session that a connection wrote under: they must still be so when its rows commit. One object per connection. */
export type Seat = { membershipId: string; role: string; sid: string };

/** One row of a document's log, before it has a number. `newClients` are Yjs client ids that become this person's. */
export type Entry = {
  personId: string;
  partyId: string;
  /** Undefined: the server itself writes for a person who is or was of that party, and nobody's right is asked. */
  seat: Seat | undefined;
  at: Date;
  update: Uint8Array;
  newClients: number[];
};

/** What a document has to add to its log, which stands at `base` as far as this process knows. */
export type Batch = { document: string; base: number; entries: readonly Entry[] };

export type Fate =
  /**
   * The first `count` entries are in the log. When there are more, the author of the next one has lost the right; what follows it was
   * judged beside it, perhaps on top of it, and was not stored either.
   */
  | { kind: 'stored'; count: number }
  /** The log is further than `base`: another process wrote. Nothing was stored. */
  | { kind: 'moved'; head: number }
  /** The claim was closed, and its record with it. Nothing was stored. */
  | { kind: 'closed' }
  /** Somebody's seat or session is being changed at this moment. Nothing was stored; ask again. */
  | { kind: 'busy' }
  | { kind: 'gone' };

/**
 * Appends to the logs of several documents in one statement, which is one transaction (PROTOCOL P6, P23).
 *
 * The rows of the documents are locked in the order of their names until the commit, so numbers are gapless and in commit order for any
 * number of writers. The authors' memberships and sessions are share-locked: a change of them waits for this commit or is seen by it.
 * They are never waited for (`skip locked`), since a command may hold them while it waits for something of ours. A claim that is closed closes its
 * record's row, which the append holds too: what commits is before the closing, and nothing is after it (P49).
 * Four parameters, since every operator on a JSON text reads all of it again. Arrays, because the planner counts on few elements in them and uses the indexes; the sessions of a deployment are many.
 */
const statement = {
  name: 'collab_append',
  text: `
with authors as materialized (
  select a.* from json_to_recordset($2::json) as a(n int, person uuid, party uuid, membership uuid, role text, sid uuid)),
wanted as materialized (
  select w.* from json_to_recordset($3::json) as w(n int, name text, base bigint)),
memberships_now as materialized (
  select m.id, m.person_id, m.party_id, m.role from memberships m
  where m.id = any (array(select membership from authors)) and m.ended_at is null
  order by m.id for share of m skip locked),
sessions_now as materialized (
  select s.sid, s.person_id from sessions s
  where s.sid = any (array(select sid from authors)) and s.revoked_at is null
    and s.expires_at > $1::timestamptz
  order by s.sid for share of s skip locked),
locked as materialized (
  select d.name, d.head_seq, d.is_closed from documents d
  where d.name = any (array(select name from wanted)) order by d.name for update),
judged as materialized (
  select a.n, a.person, a.party, case
    when m.id is not null and s.sid is not null then 0
    when a.sid is null and exists (select 1 from memberships mm where mm.person_id = a.person and mm.party_id = a.party) then 0
    when a.sid is null then 2
    when exists (
      select 1 from memberships mm, sessions ss
      where mm.id = a.membership and mm.ended_at is null and mm.role = a.role and mm.party_id = a.party and mm.person_id = a.person
        and ss.sid = a.sid and ss.person_id = a.person and ss.revoked_at is null
        and ss.expires_at > $1::timestamptz) then 1
    else 2 end as fate
  from authors a
  left join memberships_now m on m.id = a.membership and m.role = a.role and m.party_id = a.party and m.person_id = a.person
  left join sessions_now s on s.sid = a.sid and s.person_id = a.person),
entries as materialized (
  select w.n as document, w.name, w.base, e.n, e.at, e.data, e.clients, a.person, a.party, a.fate
  from json_to_recordset($4::json) as e(n int, document int, author int, at timestamptz, data text, clients json)
  join judged a on a.n = e.author join wanted w on w.n = e.document join locked l on l.name = w.name and l.head_seq = w.base and not l.is_closed),
stops as materialized (
  select document, min(case fate when 1 then -1 else n end) as n from entries where fate <> 0 group by document),
accepted as materialized (
  select e.*, e.base + row_number() over (partition by e.document order by e.n) as seq
  from entries e left join stops on stops.document = e.document where stops.n is null or e.n < stops.n),
heads as (
  update documents d set head_seq = x.head from (select name, max(seq) as head from accepted group by name) x where d.name = x.name),
bound as (
  insert into document_clients (document, client_id, person_id, at)
  select e.name, c.client::text::bigint, e.person, e.at from accepted e, json_array_elements(e.clients) as c(client)),
logged as (
  insert into document_updates (document, seq, person_id, party_id, at, update)
  select name, seq, person, party, at, decode(data, 'base64') from accepted)
select
  (select json_object_agg(w.n, l.head_seq) from wanted w join locked l on l.name = w.name) as heads,
  (select json_agg(w.n) from wanted w join locked l on l.name = w.name where l.is_closed) as closed,
  (select json_agg(fate order by n) from judged) as fates`,
};

type Author = { n: number; person: string; party: string; membership?: string; role?: string; sid?: string };

/** The fate of each batch, in order. It throws when the store does not answer, and then the fate is not known: ask again with the same. */
export async function append(db: Db, batches: readonly Batch[], now: Date): Promise<Fate[]> {
  const authors = new Map<unknown, Author>();
  const entries = batches.flatMap((batch, document) =>
    batch.entries.map((entry) => ({
      author: authorOf(entry, authors).n,
      ...{ document, at: entry.at, data: base64(entry.update), clients: entry.newClients },
    })),
  );
  const [row] = await runPrepared(db, statement, [
    now.toISOString(),
    JSON.stringify([...authors.values()]),
    JSON.stringify(batches.map(({ document, base }, n) => ({ n, name: document, base }))),
    JSON.stringify(entries.map((entry, n) => ({ n, ...entry }))),
  ]);
  const { heads, closed, fates } = row as unknown as {
    heads: Record<string, number> | null;
    closed: number[] | null;
    fates: (0 | 1 | 2)[] | null;
  };
  return batches.map((batch, document): Fate => {
    const head = heads?.[document];
    if (head === undefined) return { kind: 'gone' };
    if (head !== batch.base) return { kind: 'moved', head };
    if (closed?.includes(document)) return { kind: 'closed' };
    const ofAuthors = batch.entries.map((entry) => fates?.[authorOf(entry, authors).n]);
    if (ofAuthors.includes(1)) return { kind: 'busy' };
    const lost = ofAuthors.indexOf(2);
    return { kind: 'stored', count: lost < 0 ? batch.entries.length : lost };
  });
}

function authorOf({ personId, partyId, seat }: Entry, authors: Map<unknown, Author>): Author {
  const key = seat ?? `${personId} ${partyId}`;
  const known = authors.get(key);
  if (known !== undefined) return known;
  const author: Author = {
    ...{ n: authors.size, person: personId, party: partyId },
    ...(seat === undefined ? {} : { membership: seat.membershipId, role: seat.role, sid: seat.sid }),
  };
  authors.set(key, author);
  return author;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
