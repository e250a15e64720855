import { Check } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Unbroken } from '@/components/record/unbroken';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { agreedFacts } from '@/domain/claim/agreed-facts';
import { localeFacts } from '@/messages/locales';
import { writtenIn } from '../_page/text-direction';
import { type Reading, signatoriesOf } from '../_verdict/reading';

/** What each signing party of a split has accepted by an act of its own (SPEC O5). */
export function AgreedSection({ reading }: { reading: Reading }) {
  const { verdict, texts, written } = reading;
  const t = useTranslations('position');
  const names = signatoriesOf(reading).map(({ party }) => party.name);
  const agreed = agreedFacts(verdict.record);
  const main = writtenIn(verdict.record.language);
  return (
    <>
      <ol className="body agreed">
        {agreed.question && (
          <Fact>
            {t.rich('agreed.question', {
              question: () => (
                <bdi {...written}>
                  <Unbroken text={texts.question} />
                </bdi>
              ),
            })}
          </Fact>
        )}
        {agreed.sources.map(({ id, number, title, says }) => (
          <Fact key={id}>
            {t.rich('agreed.source', {
              source: () => (
                <>
                  <a href={`#e${number}`}>E{number}</a>, <bdi>{title}</bdi>
                </>
              ),
              says: () => <bdi {...main}>{says}</bdi>,
            })}
          </Fact>
        ))}
        {agreed.searches.map((stance) => (
          <Fact key={stance}>{t(`agreed.${stance}`)}</Fact>
        ))}
      </ol>
      <p className="side">{t.rich('agreed.by', { names: () => <Names names={names} /> })}</p>
    </>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return (
    <li>
      <Icon as={Check} />
      <span>{children}</span>
    </li>
  );
}

function Names({ names }: { names: string[] }) {
  const tag = localeFacts(useLocale()).tag;
  return new Intl.ListFormat(tag, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) => (type === 'element' ? <Name key={value}>{value}</Name> : value));
}
