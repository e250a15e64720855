/** Everybody who may ask something of a desk: people of each of its parties in each role, and those who have no seat there. */
export const actors = [
  'nobody',
  /** Sat with the Northern desk once; the session lives on. */
  'removed',
  /** A moderator of a signing party, at another desk of the same deployment. */
  'elsewhere',
  'steward',
  'northChecker',
  'northModerator',
  'southChecker',
  'southModerator',
  'mediator',
  'observer',
] as const;
export type Actor = (typeof actors)[number];

/** Several of them by one name. What the tables are about is the Northern desk's, so that is the own party. */
export const groups = {
  ownParty: ['northChecker', 'northModerator'],
  otherSide: ['southChecker', 'southModerator'],
  observing: ['mediator', 'observer'],
  desk: ['northChecker', 'northModerator', 'southChecker', 'southModerator', 'mediator', 'observer'],
  seated: ['steward', 'northChecker', 'northModerator', 'southChecker', 'southModerator', 'mediator', 'observer'],
  signedIn: ['elsewhere', 'steward', 'northChecker', 'northModerator', 'southChecker', 'southModerator', 'mediator', 'observer'],
} as const satisfies Record<string, readonly Actor[]>;
export type Group = keyof typeof groups;

export type PerActor<Value> = Partial<Record<Actor | Group, Value>>;

/** What a table says of an actor: under the actor's own name, else under that of the smallest group that has them. */
export function saidOf<Value>(said: PerActor<Value>, actor: Actor): Value | undefined {
  if (said[actor] !== undefined) return said[actor];
  const names = Object.keys(groups) as Group[];
  const group = names.find((name) => said[name] !== undefined && holds(name, actor));
  return group === undefined ? undefined : said[group];
}

/** The actors that a list of names means. */
export function actorsOf(names: readonly (Actor | Group)[]): Actor[] {
  return actors.filter((actor) => names.some((name) => name === actor || (isGroup(name) && holds(name, actor))));
}

function isGroup(name: Actor | Group): name is Group {
  return Object.hasOwn(groups, name);
}

function holds(name: Group, actor: Actor): boolean {
  const members: readonly Actor[] = groups[name];
  return members.includes(actor);
}
