import slugify from '@sindresorhus/slugify';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { partiesThatLeft } from '@/db/queries/charter-of-claim';
import { partiesEverNamed } from '@/db/queries/parties-ever-named';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { partiesStillAsked } from '@/db/queries/parties-still-asked';
import { parties } from '@/db/schema';
import type { CharterInput } from '@/domain/charter/template';
import { letters } from '@/domain/policies/borrowed-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { PartiesChosen } from './parties-input';

type Listed = CharterInput['parties'];
type Joining = PartiesChosen['joining'][number];
export type PartiesRefusal =
  | (Refusal<'party-exists'> & { name: string })
  | (Refusal<'party-still-asked'> & { name: string })
  | (Refusal<'signing-parties-few'> & { needed: number });

/** Fewer cannot accept each other's sources, and nothing between them would be joint. */
const needed = 2;

/**
 * The parties that an amendment names, in the desk's order. One that joins gets its row now, so that the bytes can name it and its first moderators can be
 * invited to ratify them (SPEC H17); until an amendment with it is in force it reads nothing but the charter. The workspace is locked.
 */
export async function partiesOfAmendment(
  tx: Tx,
  context: Context,
  { workspaceId, chosen }: { workspaceId: string; chosen: PartiesChosen },
): Promise<Result<Listed, PartiesRefusal>> {
  const rows = await partiesOfDesk({ workspaceId }, tx);
  const left = await partiesThatLeft({ workspaceId }, tx);
  const known = rows.flatMap(({ id, name }) => chosen.known.filter((one) => one.id === id).map((one) => ({ ...one, name })));
  const named = await partiesEverNamed({ workspaceId }, tx);
  // A proposal that came to nothing keeps nobody from the names in it, and the party itself joins by another one.
  const again = ({ name, letter }: Joining) =>
    rows.find((row) => row.standing === 'outside' && !left.includes(row.id) && row.name === name && row.letter === letter);
  const isTaken = (party: Joining) => rows.some((row) => named.has(row.id) && row !== again(party) && readsAlike(row, party));
  const twice = chosen.joining.find(isTaken);
  if (twice !== undefined) return refuse({ code: 'party-exists', name: twice.name });
  const asked = await partiesStillAsked({ workspaceId }, tx);
  const leftOut = rows.find(({ id }) => asked.has(id) && !left.includes(id) && known.every((one) => one.id !== id));
  if (leftOut !== undefined) return refuse({ code: 'party-still-asked', name: leftOut.name });
  const all = [...known, ...chosen.joining];
  if (all.filter(({ standing }) => standing === 'signing').length < needed)
    return refuse({ code: 'signing-parties-few', needed });

  const last = Math.max(0, ...rows.map(({ position }) => position));
  const made = chosen.joining.flatMap((party, index) => {
    if (again(party) !== undefined) return [];
    const slug = slugify(party.name).slice(0, 60);
    const isFree = slug !== '' && rows.every((row) => row.slug !== slug);
    const position = last + index + 1;
    return [{ ...party, id: context.newId(), position, slug: isFree ? slug : `${slug || 'party'}-${position}` }];
  });
  if (made.length > 0) await tx.insert(parties).values(made.map((party) => ({ ...party, workspaceId, createdAt: context.now })));
  const back = chosen.joining.flatMap((party) => {
    const row = again(party);
    return row === undefined ? [] : [{ ...party, id: row.id }];
  });
  return ok([...known, ...back, ...made].map(({ id, name, standing }) => ({ id, name, standing })));
}

function readsAlike(row: Pick<Joining, 'name' | 'letter'>, { name, letter }: Joining): boolean {
  return letters(row.name) === letters(name) || letters(row.letter) === letters(letter);
}
