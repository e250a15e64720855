import { useTranslations } from 'next-intl';
import type { CommentTarget } from './comment-target';

/** What a comment is on. */
export function TargetWords({ target }: { target: CommentTarget }) {
  const t = useTranslations('discussion.on');
  const texts = useTranslations('editor.text');
  switch (target.kind) {
    case 'claim':
      return <p className="on whole">{t('claim')}</p>;
    case 'source':
      return <p className="on whole">{t('source', { number: target.number })}</p>;
    case 'clause':
      return <p className="on whole">{t('clause', { clause: target.clause })}</p>;
    case 'passage':
      return (
        <p className="on" lang={target.language} dir="auto">
          <span className="vh">{t('passage', { text: texts(target.text) })} </span>
          <q>{target.quotation}</q>
        </p>
      );
  }
}
