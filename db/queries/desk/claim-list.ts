import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { rows } from '@/db/rows';
import { daysAfter, daysAhead, stagesWithDue } from '@/domain/claim/due';
import type { ListCursor, ListSort, ListView, StageFilter } from '@/domain/claim/list-view';
import { stemsOf } from '@/domain/claim/search-words';
import { type Stage, stageOrder } from '@/domain/claim/stage';
import type { WaitKind } from '@/domain/claim/waits';
import type { Member } from '@/domain/policies/actor';
import { stageJoins, stageOfClaim } from './claim-stage';
import { claimWaits, type InSigning } from './claim-waits';
import { visibleEvents } from './events-of-desk';

/** For whom the list is made, and what it needs to know of the desk. */
export type ListReader = {
  member: Member;
  signingParties: readonly string[];
  inSigning: readonly InSigning[];
  /** What the reader may do something about. */
  kinds: readonly WaitKind[];
  /** Today in the workspace's time zone. */
  today: string;
  now: Date;
};

export type ListPage = {
  /** In the order of the list. */
  claimIds: string[];
  /** How many claims of each stage the whole list holds. */
  counts: Partial<Record<Stage, number>>;
  previous: ListCursor | undefined;
  next: ListCursor | undefined;
};

/** Enough for a screen, and few enough that the page stays below 150 kB. */
export const claimsPerPage = 40;

/** A claim of the page in its place, or how many of a stage the whole list holds. */
type Found = { id: string; keys: string; place: number };
type Counted = { id: null; stage: Stage; n: number };

/** One page of the list, found and ordered by the database alone (SPEC D6): nobody loads five thousand claims to show forty. */
export async function claimList(
  { reader, view, cursor }: { reader: ListReader; view: ListView; cursor: ListCursor | undefined },
  conn: Db,
): Promise<ListPage> {
  const found = foundClaims(reader, view);
  const back = cursor?.goesOn === 'before';
  const near = view.sort === 'stage' ? nearStages(view, cursor) : sql`found`;
  const places =
    cursor === undefined
      ? undefined
      : sql.join(
          cursor.keys.map((key) => sql`${key}::bigint`),
          sql`, `,
        );
  const beyond = places === undefined ? sql`true` : sql`(k1, k2, k3) ${back ? sql`<` : sql`>`} (${places})`;
  const order = back ? sql`k1 desc, k2 desc, k3 desc` : sql`k1, k2, k3`;
  // One statement, so that what the view shows is looked for once, whatever it costs: the page of it, and how many there are of each stage.
  const answer = rows<Found | Counted>(
    await conn.execute(sql`
      with found as materialized ${found}, listed as (
        select id, concat_ws('.', k1, k2, k3) as keys, row_number() over (order by ${order}) as place
        from (select f.id, ${keysOf(view, reader.member)} from ${near} f) keyed
        where ${beyond} order by ${order} limit ${claimsPerPage + 1})
      select id, keys, place::int as place, null as stage, null as n from listed
      union all select null, null, null, stage, count(*)::int from found group by stage`),
  );
  const listed = answer.filter((row) => row.id !== null).sort((a, b) => a.place - b.place);
  const counted = answer.filter((row) => row.id === null);
  const isMore = listed.length > claimsPerPage;
  const page = back ? listed.slice(0, claimsPerPage).toReversed() : listed.slice(0, claimsPerPage);
  return {
    claimIds: page.map(({ id }) => id),
    counts: Object.fromEntries(counted.map(({ stage, n }) => [stage, n])),
    previous: (back ? isMore : cursor !== undefined) ? cursorAt(page[0], 'before') : undefined,
    next: (back ? true : isMore) ? cursorAt(page.at(-1), 'after') : undefined,
  };
}

function cursorAt(found: Found | undefined, goesOn: ListCursor['goesOn']): ListCursor | undefined {
  return found && { keys: found.keys.split('.').map(Number), goesOn };
}

/** The claims that a view shows: (id, number, due_on, stage). */
function foundClaims(reader: ListReader, view: ListView): SQL {
  const { workspaceId } = reader.member;
  const wanted = [
    view.text === '' ? undefined : holds(workspaceId, view.text),
    view.language === undefined ? undefined : sql`c.main_language = ${view.language}`,
    view.mine ? sql`c.id in (${assignedTo(reader.member)})` : undefined,
    view.waits === undefined ? undefined : waitsFor(reader, view.waits),
  ].filter((one) => one !== undefined);
  const derived = [
    view.stage === undefined ? undefined : stageIs(view.stage, reader.now),
    view.due === undefined ? undefined : dueIs[view.due](reader.today),
  ].filter((one) => one !== undefined);
  return sql`(select * from (
    select c.id, c.number, c.due_on, ${stageOfClaim} as stage, in_signing.state as revision_state, in_signing.signing_ends_at
    from claims c ${stageJoins}
    where ${sql.join([sql`c.workspace_id = ${workspaceId}::uuid`, ...wanted], sql` and `)}
  ) staged where ${sql.join([sql`true`, ...derived], sql` and `)})`;
}

/** What is in mediation or cools off is in signing too: a part of it, as domain/claim/revision-stages.ts says of one revision. */
function stageIs(stage: StageFilter, now: Date): SQL {
  if (stage === 'cooling-off') return sql`revision_state = 'cooling-off'`;
  if (stage === 'mediation') return sql`revision_state = 'signing' and signing_ends_at <= ${now.toISOString()}::timestamptz`;
  return sql`stage = ${stage}`;
}

/** Every word of the search stands in the claim, or it is the claim's number (SPEC D5). */
function holds(workspaceId: string, text: string): SQL {
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const isNumber = sql`c.number = ${Number(number ?? -1)}`;
  const stems = stemsOf(text);
  // Letters and digits alone: nothing in them means anything to the database.
  const query = stems.map(({ stem, isWhole }) => `'${stem}'${isWhole ? '' : ':*'}`).join(' & ');
  if (stems.length === 0) return isNumber;
  return sql`(${isNumber} or c.id in (
    select id from claims where workspace_id = ${workspaceId}::uuid and words @@ ${query}::tsquery
    union select substring(document from 8 for 36)::uuid from document_projections
      where workspace_id = ${workspaceId}::uuid and words @@ ${query}::tsquery))`;
}

/** SPEC D2. */
function waitsFor(reader: ListReader, waits: string): SQL {
  const all = claimWaits({ workspaceId: reader.member.workspaceId, ...reader });
  const own = sql`party_id = ${reader.member.party?.id ?? null}::uuid`;
  if (waits === 'me') return sql`c.id in (select claim_id from ${all} w where ${own} and ${isForReader(reader)})`;
  if (waits === 'us') return sql`c.id in (select claim_id from ${all} w where ${own})`;
  if (waits === 'others')
    return sql`c.id in (select claim_id from ${all} w group by claim_id having not coalesce(bool_or(${own}), false))`;
  return sql`c.id in (select claim_id from ${all} w where party_id = ${waits}::uuid)`;
}

/** Of what waits for the reader's party: what the reader may do something about. Whom a signature waits for the charter says, person by person. */
export function isForReader({ member, kinds, inSigning }: Pick<ListReader, 'member' | 'kinds' | 'inSigning'>): SQL {
  const named = kinds.filter((kind) => kind !== 'sign').map((kind) => sql`${kind}`);
  const mine = inSigning.filter(({ waitsForPerson }) => waitsForPerson(member)).map(({ claimId }) => claimId);
  const others = named.length === 0 ? sql`false` : sql`kind in (${sql.join(named, sql`, `)})`;
  return sql`(${others} or (kind = 'sign' and ${isOneOf(sql`claim_id`, mine)}))`;
}

function assignedTo({ personId, party }: Member): SQL {
  return sql`select claim_id from claim_assignments where person_id = ${personId}::uuid and party_id = ${party?.id ?? null}::uuid`;
}

const asksForSomething = sql`stage in (${sql.join(
  stagesWithDue.map((stage) => sql`${stage}`),
  sql`, `,
)})`;

/** SPEC D3. */
const dueIs: Record<NonNullable<ListView['due']>, (today: string) => SQL> = {
  overdue: (today) => sql`due_on < ${today}::date and ${asksForSomething}`,
  week: (today) => sql`due_on between ${today}::date and ${daysAfter(today, daysAhead)}::date and ${asksForSomething}`,
  none: () => sql`due_on is null`,
};

/** Later than any day: what has no date comes last. */
const never = sql`1000000000`;
const dueDay = sql`coalesce(f.due_on - date '1970-01-01', ${never})`;

const stageRank = sql`array_position(array[${sql.raw(stageOrder.map((stage) => `'${stage}'`).join(', '))}], f.stage)`;

/** Each order as numbers that rise, the last of them one of a kind, so that one comparison tells what comes after a place, and their opposites turn it round. */
const keys: Record<ListSort, (member: Member) => [SQL, SQL, SQL]> = {
  stage: (member) => [stageRank, sql`-${lastChange(member)}`, sql`f.number`],
  changed: (member) => [sql`-${lastChange(member)}`, sql`f.number`, sql`0`],
  due: () => [dueDay, sql`f.number`, sql`0`],
  number: () => [sql`-f.number`, sql`0`, sql`0`],
};

function keysOf({ sort, isReversed }: ListView, member: Member): SQL {
  const turned = keys[sort](member).map((key, index) => {
    const one = isReversed ? sql`-(${key})` : key;
    return sql`(${one})::bigint as ${sql.raw(`k${index + 1}`)}`;
  });
  return sql.join(turned, sql`, `);
}

/**
 * By stage: the claims of those stages that the page can reach, since the last change is looked for claim by claim: the stage of the place where the page
 * begins, and of those after it the ones that have no whole page between.
 */
function nearStages({ isReversed }: ListView, cursor: ListCursor | undefined): SQL {
  const step = isReversed ? sql`-(${stageRank})` : stageRank;
  const falls = cursor?.goesOn === 'before';
  const place = cursor && sql`${cursor.keys[0] ?? 0}::bigint`;
  const isOnTheWay = place === undefined ? sql`true` : sql`step ${sql.raw(falls ? '<=' : '>=')} ${place}`;
  const onPage = place === undefined ? sql`n` : sql`case when step = ${place} then 0 else n end`;
  return sql`(
    select f.* from found f join (
      select step, sum(${onPage}) over (order by ${sql.raw(falls ? '-step' : 'step')}) - n as earlier
      from (select ${step} as step, count(*) as n from found f group by 1) counted where ${isOnTheWay}
    ) steps on steps.step = ${step} and steps.earlier <= ${claimsPerPage})`;
}

/**
 * When a claim last changed, as far as this reader may know: what a party keeps to itself must not show as a change either (SPEC D4). In milliseconds and never
 * by the number of the event, since these numbers stand in addresses, and their gaps would tell what others did (THREAT_MODEL T31).
 */
function lastChange({ party }: Member): SQL {
  return sql`coalesce((select (extract(epoch from e.at) * 1000)::bigint from events e where e.claim_id = f.id and ${visibleEvents(sql`e`, party?.id ?? null)}
    order by e.seq desc limit 1), 0)`;
}
