import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterRatifications, charterVersions, parties } from '@/db/schema';
import type { CharterState } from '@/domain/charter/amendment';
import { Charter } from '@/domain/charter/charter-text';
import { partiesYetToRatify } from '@/domain/charter/consent';
import { type Broken, faultOfBytes } from './broken-bytes';
import { leftParties } from './left-parties';

/** A charter version as the public reads it: its stored text, and which party ratified these bytes when. Times are ISO 8601. */
export type RatifiedCharter = {
  number: number;
  sha256: string;
  state: 'notice' | 'in-force' | 'superseded';
  /** When a version in notice comes into force. */
  effectiveAt: string | null;
  inForceAt: string | null;
  charter: Charter;
  /** The parties of the text, in its order, with the look they have everywhere. */
  parties: { id: string; name: string; letter: string; position: number; standing: 'signing' | 'observing' }[];
  ratifications: { party: string; at: string }[];
  /** Parties that this version names and that have left its charter since. */
  left: { party: string; at: string; reason: string }[];
  /** Every public version, the newest first, for readers of an older record. */
  versions: PublicVersion[];
  /** The version that it changes, as it was ratified; null for a desk's first. */
  before: { number: number; charter: Charter } | null;
};

/** A version as a list of them names it. Times are ISO 8601. */
export type PublicVersion = {
  number: number;
  state: RatifiedCharter['state'];
  inForceAt: string | null;
  effectiveAt: string | null;
};

export type BrokenCharter = Broken & { number: number };

/** The charter in force, or a version by number. A version that its parties have not all ratified is nobody's rule and not public: null. */
export async function ratifiedCharter(
  { workspaceId, number }: { workspaceId: string; number?: number },
  conn: Db,
): Promise<RatifiedCharter | BrokenCharter | null> {
  const versions = await conn
    .select()
    .from(charterVersions)
    .where(
      and(eq(charterVersions.workspaceId, workspaceId), inArray(charterVersions.state, ['notice', 'in-force', 'superseded'])),
    )
    .orderBy(asc(charterVersions.number));
  const version = versions.find((row) => (number === undefined ? row.state === 'in-force' : row.number === number));
  if (version === undefined || !isPublic(version.state)) return null;
  const fault = faultOfBytes('charter', version);
  if (fault !== undefined) return { broken: [fault], number: version.number };
  const charter = textOf(version.bytes);
  const before = versions.findLast((row) => row.number < version.number && row.inForceAt !== null);
  const ratified = await conn
    .select({ party: charterRatifications.partyId, at: charterRatifications.at })
    .from(charterRatifications)
    .innerJoin(parties, eq(parties.id, charterRatifications.partyId))
    .where(and(eq(charterRatifications.charterVersionId, version.id), eq(charterRatifications.sha256, version.sha256)))
    .orderBy(asc(parties.position));
  const ratifications = ratified.map(({ party }) => ({ partyId: party, sha256: version.sha256 }));
  if (partiesYetToRatify(charter, { sha256: version.sha256, ratifications }).length > 0) return null;
  const looks = await conn.select().from(parties).where(eq(parties.workspaceId, workspaceId));
  return {
    number: version.number,
    sha256: version.sha256,
    state: version.state,
    inForceAt: version.inForceAt?.toISOString() ?? null,
    effectiveAt: version.effectiveAt?.toISOString() ?? null,
    left: await leftParties({ workspaceId, among: charter.parties.map(({ id }) => id) }, conn),
    charter,
    parties: charter.parties.flatMap((party) => {
      const look = looks.find(({ id }) => id === party.id);
      return look === undefined ? [] : [{ ...party, letter: look.letter, position: look.position }];
    }),
    ratifications: ratified.map(({ party, at }) => ({ party, at: at.toISOString() })),
    versions: versions.toReversed().flatMap((row) =>
      isPublic(row.state)
        ? [
            {
              number: row.number,
              state: row.state,
              inForceAt: row.inForceAt?.toISOString() ?? null,
              effectiveAt: row.effectiveAt?.toISOString() ?? null,
            },
          ]
        : [],
    ),
    before: before === undefined ? null : { number: before.number, charter: textOf(before.bytes) },
  };
}

/** What every party asked has ratified, whether its notice is over or not. */
function isPublic(state: CharterState): state is RatifiedCharter['state'] {
  return state === 'notice' || state === 'in-force' || state === 'superseded';
}

function textOf(bytes: Uint8Array): Charter {
  return Charter.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
