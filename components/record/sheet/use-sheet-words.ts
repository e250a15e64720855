import { useTranslations } from 'next-intl';
import { readDay, readMoment } from '@/components/ui/calendar';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { SheetWords } from './signed-lines';

/** The reader's words for what a sheet says beside its texts. Works in server and client components alike. */
export function useSheetWords(): SheetWords {
  const t = useTranslations('desk.sheet');
  const common = useTranslations('common');
  const stances = useTranslations('stance');
  const sources = useTranslations('source');
  const files = useTranslations('file');
  const reply = useTranslations('reply');
  const nameOf = useLanguageName();
  return {
    label: (name) => t(`label.${name}`),
    day: (day) => {
      const read = readDay(day);
      return read === undefined ? day : common('day', read);
    },
    moment: (iso) => {
      const at = readMoment(new Date(iso), 'UTC');
      return common('moment', { day: common('day', at), time: `${at.time}:${iso.slice(17, 19)}`, zone: common('utc') });
    },
    language: nameOf,
    mark: (letter) => t('mark', { letter }),
    place: (number) => t('place', { number }),
    charterVersion: (number) => t('charterVersion', { number }),
    // To the byte: two lengths that differ are two lengths.
    bytes: (value) => files('size-B', { value }),
    channel: (channel) => reply(`channel.${channel}`),
    hours: (count) => reply('hours', { count }),
    stance: (stance) => stances(stance),
    source: (word) => sources(word),
    interest: (interest) => sources(`interest-${interest}`),
    alignment: (alignment) => (alignment === 'party' ? t('withParty') : sources(`alignment-${alignment}`)),
  };
}
