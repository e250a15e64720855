import type { Role } from '@/domain/policies/actor';

/** The people of the demo world, named by desk and role: they stand for no real person. */
export type DemoPerson = { key: PersonKey; name: string; email: string; party: PartyName | ''; role: Role };
export type PartyName = 'Northern desk' | 'Southern desk' | 'Observer mission';

export type PersonKey =
  | 'n.moderator'
  | 'n.moderator2'
  | 'n.checker'
  | 'n.checker2'
  | 's.moderator'
  | 's.moderator2'
  | 's.checker'
  | 's.checker2'
  | 'o.mediator'
  | 'o.observer'
  | 'steward';

export const cast: readonly DemoPerson[] = [
  {
    key: 'n.moderator',
    name: 'First moderator, Northern desk',
    email: 'moderator@northern.example',
    party: 'Northern desk',
    role: 'moderator',
  },
  {
    key: 'n.moderator2',
    name: 'Second moderator, Northern desk',
    email: 'moderator2@northern.example',
    party: 'Northern desk',
    role: 'moderator',
  },
  {
    key: 'n.checker',
    name: 'First checker, Northern desk',
    email: 'checker@northern.example',
    party: 'Northern desk',
    role: 'checker',
  },
  {
    key: 'n.checker2',
    name: 'Second checker, Northern desk',
    email: 'checker2@northern.example',
    party: 'Northern desk',
    role: 'checker',
  },
  {
    key: 's.moderator',
    name: 'First moderator, Southern desk',
    email: 'moderator@southern.example',
    party: 'Southern desk',
    role: 'moderator',
  },
  {
    key: 's.moderator2',
    name: 'Second moderator, Southern desk',
    email: 'moderator2@southern.example',
    party: 'Southern desk',
    role: 'moderator',
  },
  {
    key: 's.checker',
    name: 'First checker, Southern desk',
    email: 'checker@southern.example',
    party: 'Southern desk',
    role: 'checker',
  },
  {
    key: 's.checker2',
    name: 'Second checker, Southern desk',
    email: 'checker2@southern.example',
    party: 'Southern desk',
    role: 'checker',
  },
  {
    key: 'o.mediator',
    name: 'Mediator, Observer mission',
    email: 'mediator@observers.example',
    party: 'Observer mission',
    role: 'moderator',
  },
  {
    key: 'o.observer',
    name: 'Observer, Observer mission',
    email: 'observer@observers.example',
    party: 'Observer mission',
    role: 'observer',
  },
  { key: 'steward', name: 'Steward', email: 'steward@desk.example', party: '', role: 'steward' },
];

export const partyDetails: readonly {
  name: PartyName;
  letter: string;
  standing: 'signing' | 'observing';
  moderator: PersonKey;
}[] = [
  { name: 'Northern desk', letter: 'N', standing: 'signing', moderator: 'n.moderator' },
  { name: 'Southern desk', letter: 'S', standing: 'signing', moderator: 's.moderator' },
  { name: 'Observer mission', letter: 'O', standing: 'observing', moderator: 'o.mediator' },
];
