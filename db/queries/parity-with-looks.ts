import type { Db } from '@/db/handle';
import type { PartyFigures } from '@/domain/claim/parity';
import { parityFigures } from './parity-of';
import { partiesOfDesk } from './parties-of-desk';

type PartyParity = { party: { position: number; letter: string; name: string }; figures: PartyFigures };

/** The figures with what each party looks like everywhere. */
export async function parityWithLooks(input: { workspaceId: string; since?: string }, conn: Db): Promise<PartyParity[]> {
  const [figures, looks] = await Promise.all([parityFigures(input, conn), partiesOfDesk(input, conn)]);
  return figures.flatMap((one) => {
    const look = looks.find(({ id }) => id === one.party.id);
    return look === undefined
      ? []
      : [{ party: { position: look.position, letter: look.letter, name: one.party.name }, figures: one }];
  });
}
