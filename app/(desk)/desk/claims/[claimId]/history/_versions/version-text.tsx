import { getTranslations } from 'next-intl/server';
import { Blocks } from '@/components/record/blocks';
import { languageNames } from '@/components/ui/language-names';
import { Notice } from '@/components/ui/notice';
import { recordDocument } from '@/domain/record/document-name';
import { textNames } from '@/domain/record/shape';
import { loadDesk } from '../../../../../_frame/load-desk';

/** The record as it was. One that no record may be is told, not drawn: it can still be compared and left behind. */
export async function VersionText({ claimId, seq, numbers }: { claimId: string; seq: number; numbers: Map<string, number> }) {
  const { context, member } = await loadDesk();
  const languageName = languageNames(member.locale);
  const t = await getTranslations('desk.versions');
  const editor = await getTranslations('editor');
  const words = await getTranslations('languages');
  const draft = await context.collab.projectionAt(recordDocument(claimId), seq).then(
    (projection) => projection?.draft,
    (fault: unknown) => {
      if (fault instanceof Error && fault.name === 'UnprojectableError') return undefined;
      throw fault;
    },
  );
  if (draft === undefined) return <Notice tone="wait">{t('unreadable')}</Notice>;
  return (
    <>
      {Object.entries(draft.texts).flatMap(([language, texts]) =>
        textNames
          .filter((name) => texts[name].length > 0)
          .map((name) => (
            <section key={`${name} ${language}`}>
              <h2 className="part">{words('textIn', { text: editor(`text.${name}`), language: languageName(language) })}</h2>
              <div className="read prose" lang={language} dir="auto">
                {name === 'analysis' ? (
                  <Blocks blocks={texts.analysis} numbers={numbers} shift={1} citations="chip" />
                ) : (
                  <p>{texts[name]}</p>
                )}
              </div>
            </section>
          )),
      )}
    </>
  );
}
