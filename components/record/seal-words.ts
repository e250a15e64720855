import { listNames } from '@/components/ui/join-names';
import type { DecisionName, OutcomeName, PartyRef } from './vocabulary';

export type SealParty = PartyRef & { decision: DecisionName | null };
type Group = 'approve' | 'dissent' | 'abstain' | 'none' | 'position';
type Translate = (key: OutcomeName | 'pending' | 'seal' | `who-${Group}`, values?: Record<string, string | number>) => string;

const groups: Record<DecisionName, Group> = {
  approve: 'approve',
  'approve-with-statement': 'approve',
  dissent: 'dissent',
  object: 'dissent',
  abstain: 'abstain',
  recuse: 'none',
};

function groupOf(decision: DecisionName | null, outcome: OutcomeName | undefined): Group {
  if (decision === null) return 'none';
  const group = groups[decision];
  return outcome === 'split' && (group === 'approve' || group === 'dissent') ? 'position' : group;
}

/** Agreement first, then what departs from it, then silence. */
const order: readonly Group[] = ['approve', 'position', 'dissent', 'abstain', 'none'];

/** The seal in words: "Joint, with dissent: Northern desk and Southern desk approve, Observer mission dissents". */
export function describeSeal({
  parties,
  outcome,
  t,
  tag,
}: {
  parties: SealParty[];
  outcome?: OutcomeName;
  t: Translate;
  tag: string;
}): string {
  const statements = order.flatMap((group) => {
    const members = parties.filter(({ decision }) => groupOf(decision, outcome) === group);
    if (members.length === 0) return [];
    const names = listNames(
      members.map(({ name }) => name),
      tag,
    );
    return t(`who-${group}`, { count: members.length, names });
  });
  const separated = new Intl.ListFormat(tag, { type: 'unit', style: 'short' }).format(statements);
  return t('seal', { outcome: t(outcome ?? 'pending'), statements: separated });
}
