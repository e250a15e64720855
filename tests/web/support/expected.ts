import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { actorFor } from '@/tests/support/build';
import { type Actor, saidOf } from './actors';
import { type May, type PageRight, type Right, rights } from './rights';
import type { World } from './world';

export type Row = Right & { name: string; method: string; pattern: string };

export const rows: Row[] = Object.entries(rights).map(([name, right]) => {
  const [method = '', pattern = ''] = name.split(' ');
  return { ...right, name, method, pattern };
});

/** What the table, the permissions and the desk that the actor sits at make of a cell. */
export function expectedOf({ may: needed, answer, but = {}, pattern }: Row, actor: Actor, world: World): string {
  if (needed === 'everybody') return saidOf(but, actor) ?? answer;
  const member = memberOf(world, actor);
  if (member === undefined) return '401 not-signed-in';
  if (!holds(member, needed)) return '403 not-allowed';
  if (actor !== 'elsewhere') return saidOf(but, actor) ?? answer;
  return but.elsewhere ?? (namesThing(pattern) ? '404 not-found' : answer);
}

export function pageOutcome(pattern: string, right: PageRight, actor: Actor, world: World): string {
  const { may: needed, otherwise = '200', but = {}, shows } = right;
  if (needed === 'everybody') return saidOf(but, actor) ?? '200';
  const member = memberOf(world, actor);
  if (member === undefined) return '307 /sign-in';
  if (actor === 'elsewhere' && namesThing(pattern)) return holds(member, needed) ? '404' : otherwise;
  if (!holds(member, needed)) return otherwise;
  const said = saidOf(but, actor);
  if (said !== undefined) return said;
  return shows === undefined || actor === 'elsewhere' ? '200' : '200 shown';
}

/** The seat of an actor as the policies know it. */
export function memberOf(world: World, actor: Actor): Member | undefined {
  const person = world.personOf(actor);
  return person === undefined ? undefined : actorFor(person);
}

function holds(member: Member, needed: May): boolean {
  return needed === 'session' || needed === 'everybody' || may(member, needed);
}

/** Whether an address names a thing by its id. */
function namesThing(pattern: string): boolean {
  return /\[\w+Id\]/.test(pattern);
}
