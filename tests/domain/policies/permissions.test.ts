import { describe, expect, it } from 'vitest';
import type { Actor, Member, PartyStanding, Role } from '@/domain/policies/actor';
import { abilitiesOf, may, type Permission, permissions, type Seat, seatOf, seats } from '@/domain/policies/permissions';
import { member } from '../build';

const names = Object.keys(permissions).map(asPermission);
const withStanding = (standing: PartyStanding): Member['party'] => ({
  id: 'party',
  name: 'Party',
  letter: 'P',
  position: 1,
  standing,
});
const sitting: Record<Seat, Member> = {
  checker: member({ role: 'checker' }),
  moderator: member(),
  observer: member({ role: 'moderator', party: withStanding('observing') }),
  steward: member({ role: 'steward', party: null }),
  newcomer: member({ role: 'moderator', party: withStanding('outside') }),
};

/** The matrix, written out again: c checker, m moderator, o observer, s steward, n newcomer. */
const matrix: Record<Permission, string> = {
  'claim.list': 'cmos',
  'claim.read': 'cmo',
  'claim.submit': 'cm',
  'claim.import': 'cm',
  'claim.open': 'cm',
  'claim.close': 'cm',
  'claim.reopen': 'm',
  'claim.schedule': 'cm',
  'claim.assign': 'cm',
  'comment.read': 'cmo',
  'comment.write': 'cmo',
  'comment.resolve': 'cmo',
  'task.read': 'cmo',
  'task.write': 'cmo',
  'notification.read': 'cmo',
  'view.save': 'cmo',
  'appearance.add': 'cm',
  'record.edit': 'cm',
  'language.change': 'cm',
  'version.name': 'cm',
  'version.restore': 'cm',
  'question.accept': 'cm',
  'search.record': 'cm',
  'primary.justify': 'cm',
  'reply.ask': 'cm',
  'reply.record': 'cm',
  'reply.decide': 'cm',
  'reply.waive': 'm',
  'source.read': 'cmo',
  'source.attach': 'cm',
  'source.grade': 'cm',
  'source.accept': 'cm',
  'source.withdraw': 'cm',
  'notes.read': 'cmo',
  'notes.write': 'cmo',
  'revision.read': 'cmo',
  'revision.propose': 'cm',
  'revision.withdraw': 'cm',
  'revision.sign': 'mo',
  'publication.hold': 'mo',
  'revision.attest': 'o',
  'challenge.read': 'cmo',
  'challenge.acknowledge': 'cm',
  'challenge.decide': 'm',
  'retraction.propose': 'cm',
  'retraction.sign': 'mo',
  'interests.declare': 'mo',
  'transparency.read': 'cmos',
  'transparency.write': 'mo',
  'charter.read': 'cmosn',
  'draft.read': 'cmon',
  'charter.draft': 'cm',
  'charter.propose': 'm',
  'charter.ratify': 'm',
  'charter.join': 'on',
  'charter.move': 'mo',
  'charter.leave': 'mo',
  'members.read': 'cmosn',
  'member.invite': 'mosn',
  'member.change': 'mon',
  'member.remove': 'mon',
  'member.leave': 'cmon',
  'mail.read': 's',
  'object.store': 'cm',
  'events.read': 'cmo',
  'account.change': 'cmosn',
  'passkey.add': 'mo',
  'session.confirm': 'cmosn',
};

const allowedTo = (seat: Seat) => names.filter((name) => may(sitting[seat], name));

describe('the permission table', () => {
  it.each(names)('[A2] allows %s to the seats of the matrix and to no other', (name) => {
    expect(
      seats
        .filter((seat) => may(sitting[seat], name))
        .map((seat) => seat[0])
        .join(''),
    ).toBe(matrix[name]);
  });

  it.each(['verdict.erase', 'constructor', '__proto__', 'toString', ''])(
    '[A2] refuses what it does not list, even to the server: %j',
    (name) => {
      const unlisted = asPermission(name);
      for (const actor of [...Object.values(sitting), { kind: 'system' } as const, { kind: 'public' } as const])
        expect(may(actor, unlisted)).toBe(false);
    },
  );

  it('[A2] allows a visitor nothing and the server, while it sets a workspace up, all that is listed', () => {
    const everything = (actor: Actor) => names.map((name) => may(actor, name));
    expect(new Set(everything({ kind: 'public' }))).toEqual(new Set([false]));
    expect(new Set(everything({ kind: 'system' }))).toEqual(new Set([true]));
  });

  it('[A2] allows nothing to a member whose party is missing', () => {
    for (const role of ['checker', 'moderator', 'observer'] as const) {
      expect(Object.values(abilitiesOf(member({ role, party: null }))).includes(true)).toBe(false);
    }
  });

  it('[A5] gives a steward no draft, no note, no source and no part in a verdict', () => {
    expect(allowedTo('steward')).toEqual([
      'claim.list',
      'transparency.read',
      'charter.read',
      'members.read',
      'member.invite',
      'mail.read',
      'account.change',
      'session.confirm',
    ]);
  });

  it('[H17] gives a party outside the charter no claim, no draft, no note, no source and no part in a verdict', () => {
    expect(allowedTo('newcomer')).toEqual([
      'charter.read',
      'draft.read',
      'charter.join',
      'members.read',
      'member.invite',
      'member.change',
      'member.remove',
      'member.leave',
      'account.change',
      'session.confirm',
    ]);
  });

  it('[A6] lets an observing party read, comment, give tasks, save views, keep notes and invite its own people, say who it is and attest the procedure, speak under a charter that still asks it, and never edit, accept or ratify', () => {
    expect(allowedTo('observer').filter((name) => !/\.(read|list)$/.test(name))).toEqual([
      'comment.write',
      'comment.resolve',
      'task.write',
      'view.save',
      'notes.write',
      'revision.sign',
      'publication.hold',
      'revision.attest',
      'retraction.sign',
      'interests.declare',
      'transparency.write',
      'charter.join',
      'charter.move',
      'charter.leave',
      'member.invite',
      'member.change',
      'member.remove',
      'member.leave',
      'account.change',
      'passkey.add',
      'session.confirm',
    ]);
  });

  it('[A2] gives nobody more than a moderator of a signing party, but the steward the list of mails, those who observe the word on the procedure, and those the way in who are asked to sign from a version on', () => {
    const most = [...allowedTo('moderator'), 'charter.join', 'mail.read', 'revision.attest'];
    for (const seat of seats) expect(most).toEqual(expect.arrayContaining(allowedTo(seat)));
    expect(allowedTo('moderator').filter((name) => !allowedTo('checker').includes(name))).toEqual([
      'claim.reopen',
      'reply.waive',
      'revision.sign',
      'publication.hold',
      'challenge.decide',
      'retraction.sign',
      'interests.declare',
      'transparency.write',
      'charter.propose',
      'charter.ratify',
      'charter.move',
      'charter.leave',
      'member.invite',
      'member.change',
      'member.remove',
      'passkey.add',
    ]);
  });
});

it.each(['checker', 'observer'] as const)(
  '[A11] leaves the word of an observing party to its moderators: not to a %s',
  (role) => {
    const observing = member({ role, party: withStanding('observing') });
    for (const word of ['revision.sign', 'publication.hold', 'retraction.sign', 'interests.declare', 'charter.move'] as const) {
      expect(may(observing, word)).toBe(false);
      expect(may(sitting.observer, word)).toBe(true);
    }
  },
);

describe('a seat', () => {
  const cases: [Role, PartyStanding | null, Seat][] = [
    ['checker', 'signing', 'checker'],
    ['moderator', 'signing', 'moderator'],
    ['observer', 'signing', 'observer'],
    ['checker', 'observing', 'observer'],
    ['moderator', 'observing', 'observer'],
    ['observer', 'observing', 'observer'],
    ['moderator', 'outside', 'newcomer'],
    ['checker', 'outside', 'newcomer'],
    ['steward', null, 'steward'],
    ['steward', 'signing', 'steward'],
  ];
  it.each(cases)('[A6] of a %s in a party that is %s is %s', (role, standing, seat) => {
    expect(seatOf({ role, party: standing === null ? null : withStanding(standing) })).toBe(seat);
  });
});

it.each(seats)('[A2] tells a page of a %s the same as the table', (seat) => {
  expect(abilitiesOf(sitting[seat])).toEqual(Object.fromEntries(names.map((name) => [name, may(sitting[seat], name)])));
});

/** A name as the type system would not let it through: either listed, or what a fault elsewhere might ask for. */
function asPermission(name: string): Permission {
  return name as Permission;
}
