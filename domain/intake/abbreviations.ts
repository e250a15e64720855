/**
 * Abbreviations after which a full stop ends no sentence. `before` are those that stand before a name or a number, so a capital may follow; after one of
 * `within` a sentence goes on only with a small letter or a digit, since it may also end there ("в 2014 р. Потім …"), or with the word that belongs to it in
 * `beside`. Lower case, without the last stop.
 */
export const abbreviations: Record<
  string,
  { before: readonly string[]; within: readonly string[]; beside?: Readonly<Record<string, string>> }
> = {
  en: {
    before: words('dr mr mrs ms prof sen rep gov gen col capt lt sgt maj adm hon rev st mt vs cf e.g i.e approx u.s u.k u.n'),
    within: words(
      'etc no inc ltd co corp jr sr p pp vol ed al a.m p.m b.c a.d d.c jan feb mar apr jun jul aug sep sept oct nov dec est dept min hr',
    ),
  },
  uk: {
    before: words('ім вул пл просп бул м с смт обл д-р проф акад ген п пп див рис табл ст ч гл розд напр зокр нар пом тов о св'),
    within: words('р рр ст млн млрд трлн тис грн коп дол євро т.зв т.з зв т.д т.п та.ін ін н.е хв год сек кв км кг м.д'),
    beside: { дол: 'США' },
  },
  fr: {
    before: words('m mm mme mmes mlle dr pr me mgr st ste art cf p.ex av bd n° vol fig chap'),
    within: words('etc p pp env janv févr avr juil sept oct nov déc av.j.-c apr j.-c hab min'),
  },
  ar: {
    before: words('د أ م أ.د ص.ب ط ص ج ت ش'),
    within: words('هـ م ق.م ب.م إلخ الخ كم كغ ق ث'),
  },
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
