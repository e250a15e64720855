import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { ReturnedForm } from '@/db/queries/public/returned-form';
import { challengeSubjects } from '@/domain/challenge/about';
import { wordsLimit, wordsMinimum } from '@/domain/challenge/new-challenge';
import type { Locale } from '@/messages/locales';

/** A plain form: it needs no JavaScript, and comes back with what was typed when it is refused (SPEC CH6). */
export function ChallengeForm({ slug, locale, returned }: { slug: string; locale: Locale; returned: ReturnedForm | null }) {
  const t = useTranslations('challenge');
  const words = useTranslations('fields');
  const typed = returned?.fields ?? {};
  const errorOf = (field: string) => {
    const issue = returned?.issues.find((one) => one.field === field);
    if (issue === undefined) return undefined;
    const { field: _field, code, ...facts } = issue;
    return words.has(code) ? words(code, printable(facts)) : words('invalid');
  };
  return (
    <form className="form" method="post" action={`/api/v1/verdicts/${slug}/challenges`}>
      <input type="hidden" name="locale" value={locale} />
      <SelectField
        id="about"
        name="about"
        label={t('form.about')}
        error={errorOf('about')}
        defaultValue={typed.about ?? 'finding'}
        options={challengeSubjects.map((value) => ({ value, label: t(`about.${value}`) }))}
      />
      <TextAreaField
        id="words"
        name="words"
        rows={8}
        minLength={wordsMinimum}
        maxLength={wordsLimit}
        label={t('form.words')}
        hint={t('form.wordsHint', { min: wordsMinimum, max: wordsLimit })}
        error={errorOf('words')}
        defaultValue={typed.words}
      />
      <TextField
        id="url"
        name="url"
        type="url"
        optional
        dir="ltr"
        maxLength={2000}
        label={t('form.url')}
        hint={t('form.urlHint')}
        error={errorOf('url')}
        defaultValue={typed.url}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        optional
        dir="ltr"
        autoComplete="email"
        maxLength={254}
        label={t('form.email')}
        hint={t('form.emailHint')}
        error={errorOf('email')}
        defaultValue={typed.email}
      />
      {/* No person sees this one; whatever fills every field fills it too. */}
      <div className="vh" aria-hidden="true">
        <label htmlFor="website">{t('form.trap')}</label>
        <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <div className="acts">
        <Button type="submit" look="primary" size="big">
          {t('form.send')}
        </Button>
      </div>
    </form>
  );
}

function printable(facts: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}
