import { type SQL, sql } from 'drizzle-orm';

/**
 * The stage of a claim in SQL, for what cannot load every claim: the same as `stageOf` of domain/claim/stage.ts, and a test compares the two in every
 * state (SPEC L6). At most one revision of a claim is in signing and one published, so the joins add no rows.
 */
export const stageJoins: SQL = sql`
  left join revisions in_signing on in_signing.claim_id = c.id and in_signing.state in ('signing', 'cooling-off')
  left join revisions in_public on in_public.claim_id = c.id and in_public.state = 'published'`;

export const stageOfClaim: SQL = sql`case
  when c.state <> 'open' then c.state
  when in_signing.claim_id is not null then 'signing'
  when in_public.claim_id is not null then 'published'
  else 'open' end`;
