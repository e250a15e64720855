import { useCallback, useEffect, useState } from 'react';

const key = 'countersign-shows-writers';

/** Whether this tab shows who wrote what. Remembered until the tab is closed; the server's page has it off. */
export function useShowsWriters(): [isShown: boolean, toggle: () => void] {
  const [isShown, setShown] = useState(false);
  useEffect(() => setShown(sessionStorage.getItem(key) === 'yes'), []);
  const toggle = useCallback(() => {
    setShown((before) => {
      sessionStorage.setItem(key, before ? 'no' : 'yes');
      return !before;
    });
  }, []);
  return [isShown, toggle];
}
