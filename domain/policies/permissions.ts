import type { Actor, Member } from './actor';

/** Seats as the permission table names them: a role together with the standing of its party. */
export const seats = ['checker', 'moderator', 'observer', 'steward', 'newcomer'] as const;
export type Seat = (typeof seats)[number];

const editors: readonly Seat[] = ['checker', 'moderator'];
const moderators: readonly Seat[] = ['moderator'];
const withParty: readonly Seat[] = ['checker', 'moderator', 'observer'];
/** Moderators of any party: one of an observing party sits as an observer, and one of a joining party outside, so the command looks at the role too. */
const hosts: readonly Seat[] = ['moderator', 'observer', 'newcomer'];
/**
 * The word of a party on what a charter asks it for. It has it as long as that charter binds something, also when a later version makes it an observing one;
 * the command asks the bytes, and `may` the role (SPEC A11).
 */
const asked: readonly Seat[] = ['moderator', 'observer'];
const everyone: readonly Seat[] = ['checker', 'moderator', 'observer', 'steward'];
/** Whoever has a seat at all: also one outside the charter, which reads nothing of the work. */
const seated: readonly Seat[] = [...everyone, 'newcomer'];

/**
 * Who may do what, before any question about the thing itself. "checker" and "moderator" are those of a signing party; every member of an
 * observing party sits as "observer", and every member of a party that the charter does not name as "newcomer". What is absent is refused (SPEC A2). docs/permissions.md is made from this table.
 */
export const permissions = {
  'claim.list': everyone,
  'claim.read': withParty,
  'claim.submit': editors,
  'claim.import': editors,
  'claim.open': editors,
  'claim.close': editors,
  'claim.reopen': moderators,
  'claim.schedule': editors,
  'claim.assign': editors,
  'comment.read': withParty,
  'comment.write': withParty,
  'comment.resolve': withParty,
  'task.read': withParty,
  'task.write': withParty,
  'notification.read': withParty,
  'view.save': withParty,
  'appearance.add': editors,
  'record.edit': editors,
  'language.change': editors,
  'version.name': editors,
  'version.restore': editors,
  'question.accept': editors,
  'search.record': editors,
  'primary.justify': editors,
  'reply.ask': editors,
  'reply.record': editors,
  'reply.decide': editors,
  'reply.waive': moderators,
  'source.read': withParty,
  'source.attach': editors,
  'source.grade': editors,
  'source.accept': editors,
  'source.withdraw': editors,
  'notes.read': withParty,
  'notes.write': withParty,
  'revision.read': withParty,
  'revision.propose': editors,
  'revision.withdraw': editors,
  'revision.sign': asked,
  'publication.hold': asked,
  'revision.attest': ['observer'],
  'challenge.read': withParty,
  'challenge.acknowledge': editors,
  'challenge.decide': moderators,
  'retraction.propose': editors,
  'retraction.sign': asked,
  // Who signs has declared them.
  'interests.declare': asked,
  'transparency.read': everyone,
  // Moderators of observing parties too, of their own members and funding alone (SPEC TR1).
  'transparency.write': ['moderator', 'observer'],
  'charter.read': seated,
  // The draft of the next version, which is nobody's word yet: no steward's to read (SPEC A5).
  'draft.read': [...withParty, 'newcomer'],
  'charter.draft': editors,
  'charter.propose': moderators,
  'charter.ratify': moderators,
  // To ratify the version that makes one's own party a signing one (SPEC H12); which that is stands in its bytes.
  'charter.join': ['observer', 'newcomer'],
  'charter.move': asked,
  'charter.leave': ['moderator', 'observer'],
  'members.read': seated,
  'member.invite': ['moderator', 'observer', 'newcomer', 'steward'],
  'member.change': hosts,
  'member.remove': hosts,
  'member.leave': [...withParty, 'newcomer'],
  'mail.read': ['steward'],
  'object.store': editors,
  'events.read': withParty,
  'account.change': seated,
  // Who signs: also whoever attests.
  'passkey.add': ['moderator', 'observer'],
  'session.confirm': seated,
} as const satisfies Record<string, readonly Seat[]>;

export type Permission = keyof typeof permissions;

/** The seat of a member. A moderator of an observing party observes: moderating there is no consent. */
export function seatOf(member: Pick<Member, 'role' | 'party'>): Seat {
  if (member.role === 'steward') return 'steward';
  if (member.party?.standing === 'outside') return 'newcomer';
  return member.party?.standing === 'signing' && member.role !== 'observer' ? member.role : 'observer';
}

/** Whether an actor may do something at all. Unknown means no (SPEC A2). */
export function may(actor: Actor, permission: Permission): boolean {
  if (!Object.hasOwn(permissions, permission)) return false;
  if (actor.kind === 'system') return true;
  if (actor.kind === 'public') return false;
  // Only a steward has no party. Anybody else without one is a fault in the data, and sits nowhere.
  if (actor.party === null && actor.role !== 'steward') return false;
  const allowed: readonly Seat[] = permissions[permission];
  if (allowed === asked && actor.role !== 'moderator') return false;
  return allowed.includes(seatOf(actor));
}

/** What a page needs to know to show a control: computed on the server, passed down as plain data. */
export function abilitiesOf(actor: Actor): Record<Permission, boolean> {
  const names = Object.keys(permissions) as Permission[];
  return Object.fromEntries(names.map((name) => [name, may(actor, name)])) as Record<Permission, boolean>;
}
