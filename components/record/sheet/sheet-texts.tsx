import { useTranslations } from 'next-intl';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { ShownRecord } from '@/domain/record/frozen-record';
import { countBlocks, textsOf } from './count-changes';
import { SheetAnalysis } from './sheet-analysis';
import { SheetFinding } from './sheet-finding';
import { SheetPart } from './sheet-part';
import { changeBar, SheetWordsOf } from './sheet-words-of';

/** The texts of a record in one of its languages. Headings are the reader's; only the record's own words carry its language. */
export function SheetTexts({
  record,
  before,
  language,
  heading: Heading,
}: {
  record: ShownRecord;
  before: ShownRecord | undefined;
  language: string;
  heading: 'h1' | 'h3';
}) {
  const t = useTranslations('desk.sheet');
  const [texts, old] = [textsOf(record, language), before && textsOf(before, language)];
  const isMain = language === record.language;
  const Sub = Heading === 'h1' ? 'h2' : 'h4';
  const Title = isMain ? Heading : Sub;
  const changed = (name: 'title' | 'finding' | 'summary' | 'context') => old && Number(old[name] !== texts[name]);
  const oldRating = isMain && before?.fields.rating !== record.fields.rating ? before?.fields.rating : undefined;
  const written = { lang: language, dir: 'auto' } as const;
  const paragraph = (name: 'title' | 'summary' | 'context') => (
    <SheetPart key={name} as={Sub} title={t(name)} changes={changed(name)}>
      <p className={changeBar('read', texts[name], old?.[name])} {...written}>
        <SheetWordsOf after={texts[name]} before={old?.[name]} />
      </p>
    </SheetPart>
  );
  return (
    <>
      {!isMain && <OtherLanguage as={Sub} tag={language} />}
      <Title className={changeBar('sheet-title', texts.question, old?.question)} {...written}>
        <SheetWordsOf after={texts.question} before={old?.question} />
      </Title>
      {isMain ? (
        <blockquote className={changeBar('claim', texts.claimText, old?.claimText)} {...written}>
          <SheetWordsOf after={texts.claimText} before={old?.claimText} />
        </blockquote>
      ) : (
        <TranslatedClaim as={Sub} language={language} after={texts.claimText} before={old?.claimText} />
      )}
      {paragraph('title')}
      <SheetPart as={Sub} title={t('finding')} changes={old && (changed('finding') ?? 0) + (oldRating === undefined ? 0 : 1)}>
        <SheetFinding
          rating={isMain ? record.fields.rating : undefined}
          oldRating={oldRating}
          after={texts.finding}
          before={old?.finding}
          language={language}
        />
      </SheetPart>
      {(['summary', 'context'] as const).map((name) => (texts[name] || old?.[name] ? paragraph(name) : null))}
      <SheetPart as={Sub} title={t('analysis')} changes={old && countBlocks(old, texts)}>
        <div className="prose" {...written}>
          <SheetAnalysis
            analysis={texts.analysis}
            before={old?.analysis}
            numbers={new Map([...(before?.sources ?? []), ...record.sources].map(({ id, number }) => [id, number]))}
            shift={Heading === 'h1' ? 1 : 2}
          />
        </div>
      </SheetPart>
    </>
  );
}

/** The claim is quoted in the main language alone (SPEC LG1). */
function TranslatedClaim({
  as,
  language,
  after,
  before,
}: {
  as: 'h2' | 'h4';
  language: string;
  after: string;
  before: string | undefined;
}) {
  const t = useTranslations('languages');
  const nameOf = useLanguageName();
  return (
    <SheetPart
      as={as}
      title={t('claimTranslation', { language: nameOf(language) })}
      changes={before === undefined ? undefined : Number(before !== after)}
    >
      <p className={changeBar('read', after, before)} lang={language} dir="auto">
        <SheetWordsOf after={after} before={before} />
      </p>
    </SheetPart>
  );
}

function OtherLanguage({ as: Heading, tag }: { as: 'h2' | 'h4'; tag: string }) {
  const t = useTranslations('desk.sheet');
  const nameOf = useLanguageName();
  return <Heading className="part">{t('inLanguage', { language: nameOf(tag) })}</Heading>;
}
