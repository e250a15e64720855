import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import { Name } from '@/components/ui/name';
import type { SigningStep } from '@/db/queries/public/signing-history';
import type { HistoryEntry } from '../_verdict/history-entry';
import { partyOf, type Reading } from '../_verdict/reading';

/** Objections to a revision, and signatures that were taken back, from the newest: whose and when, and none of their words (SPEC O8). */
export function useSigningEntries(reading: Reading): (number: number) => HistoryEntry[] {
  const t = useTranslations('position.history');
  const ground = useTranslations('position.ground');
  const decision = useTranslations('decision');
  const { verdict, workspace } = reading;
  const digestOf = (sha256: string) =>
    t.rich('digest', { digest: () => <Digest value={sha256} form="full" algorithm="sha256" /> });
  const partyName = (id: string) => () => <Name>{partyOf(reading, id).name}</Name>;

  const objected = (step: SigningStep): HistoryEntry[] =>
    step.ground === null
      ? []
      : [
          {
            key: `objected-${step.sha256}`,
            at: step.at,
            what: t.rich('objected', { number: step.number, ground: ground(step.ground), party: partyName(step.party) }),
          },
        ];
  const withdrawn = (step: SigningStep): HistoryEntry[] =>
    step.withdrawnAt === null
      ? []
      : [
          {
            key: `withdrawn-${step.sha256}`,
            at: step.withdrawnAt,
            what: t.rich('withdrawn', { number: step.number, party: partyName(step.party) }),
            more: (
              <>
                {t.rich('withdrawnMade', {
                  made: () => <DateText at={step.at} show="day" timeZone={workspace.timeZone} />,
                  decision: decision(step.decision),
                })}{' '}
                {digestOf(step.sha256)}
              </>
            ),
          },
        ];

  return (number) =>
    verdict.signing
      .filter((step) => step.number === number)
      .flatMap((step) => [...objected(step), ...withdrawn(step)])
      .toSorted((a, b) => b.at.localeCompare(a.at));
}
