import type { SigningParty } from './facts';

/** What stands between a desk and its first charter in force, and whose step is next (SPEC H10). */
export type CharterStep =
  /** Nobody has drafted one: a moderator of any of these may. */
  | { kind: 'draft'; parties: SigningParty[]; unled: SigningParty[] }
  /** These have yet to ratify the newest proposal. */
  | { kind: 'ratify'; number: number; parties: SigningParty[]; unled: SigningParty[] };

/** The signing parties with the moderators they have now, and the newest proposal with those of them that have not ratified it. */
export function nextCharterStep({
  signing,
  proposed,
}: {
  signing: (SigningParty & { moderators: number })[];
  proposed: { number: number; unratified: SigningParty[] } | undefined;
}): CharterStep {
  const unled = signing.filter(({ moderators }) => moderators === 0).map(named);
  if (proposed === undefined)
    return { kind: 'draft', parties: signing.filter(({ moderators }) => moderators > 0).map(named), unled };
  return { kind: 'ratify', number: proposed.number, parties: proposed.unratified, unled };
}

function named({ id, name }: SigningParty): SigningParty {
  return { id, name };
}
