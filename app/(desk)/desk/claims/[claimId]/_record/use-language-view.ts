import { useCallback, useEffect, useMemo, useState } from 'react';

export type LanguageView = {
  /** The language that the person works in: the main one, or the one beside it. */
  chosen: string;
  /** Whether the main language stands beside another chosen one. */
  isBeside: boolean;
  /** The languages that each text is shown in, in their order on the page. */
  shown: readonly string[];
  choose: (language: string) => void;
  toggleBeside: () => void;
};

type Wanted = { chosen: string | undefined; isBeside: boolean };

/** Which of a record's languages this tab shows. Remembered until the tab is closed; the server's page shows the main one. */
export function useLanguageView({
  claimId,
  main,
  languages,
}: {
  claimId: string;
  main: string;
  languages: readonly string[];
}): LanguageView {
  const key = `countersign-language-${claimId}`;
  const [wanted, setWanted] = useState<Wanted>({ chosen: undefined, isBeside: true });
  useEffect(() => {
    const [chosen, place] = (sessionStorage.getItem(key) ?? '').split(' ');
    if (chosen !== undefined && chosen !== '') setWanted({ chosen, isBeside: place !== 'alone' });
  }, [key]);
  const keep = useCallback(
    (next: (before: Wanted) => Wanted) =>
      setWanted((before) => {
        const after = next(before);
        sessionStorage.setItem(key, `${after.chosen ?? ''} ${after.isBeside ? 'beside' : 'alone'}`);
        return after;
      }),
    [key],
  );
  const choose = useCallback((language: string) => keep((before) => ({ ...before, chosen: language })), [keep]);
  const toggleBeside = useCallback(() => keep((before) => ({ ...before, isBeside: !before.isBeside })), [keep]);
  const { isBeside } = wanted;
  // A language that was taken out meanwhile is shown to nobody any more.
  const chosen = languages.find((language) => language === wanted.chosen) ?? main;
  return useMemo(() => {
    const shown = chosen === main ? [main] : isBeside ? [main, chosen] : [chosen];
    return { chosen, isBeside, shown, choose, toggleBeside };
  }, [chosen, main, isBeside, choose, toggleBeside]);
}
