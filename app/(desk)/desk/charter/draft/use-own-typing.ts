import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { enter, isChosenMeanwhile, type Typing, typeOn, whenDone } from './own-typing';

/** A field whose words stay its typist's own until they leave it, press Enter, or the page is hidden or gone. */
export function useOwnTyping({
  id,
  held,
  isUsable,
  write,
}: {
  /** Of the control. */
  id: string;
  /** What the draft holds. */
  held: string;
  isUsable: (text: string) => boolean;
  /** What the draft holds afterwards; undefined where nothing can be written now. */
  write: (text: string) => string | undefined;
}) {
  const [typing, setTyping] = useState<Typing>();
  const outcome = typing === undefined ? 'nothing' : whenDone(typing, held, isUsable);

  // Whoever stays in the field goes on from what stands there: a choice of another hand is not put under their caret.
  const settle = (text: string) => setTyping(document.activeElement?.id === id ? enter(text) : undefined);
  const choose = () => {
    const written = typing && write(typing.text);
    if (written === undefined) setTyping((before) => before && (before.isLeft ? before : { ...before, isLeft: true }));
    else settle(written);
  };
  const done = () => {
    if (outcome === 'write') choose();
    else if (outcome === 'nothing') settle(held);
    else setTyping((before) => before && { ...before, isLeft: true });
  };

  const latest = useRef(done);
  useLayoutEffect(() => {
    latest.current = done;
  });
  useLayoutEffect(() => {
    const leave = () => latest.current();
    const hide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      // A layout effect: the draft is still open, which ends in a later one.
      leave();
    };
  }, []);
  // What could not be written while the draft was opened anew is written as soon as it can be.
  const waits = typing?.isLeft === true && outcome === 'write';
  useEffect(() => {
    if (waits) latest.current();
  });

  return {
    text: typing?.text ?? held,
    isMeanwhile: typing !== undefined && isChosenMeanwhile(typing, held),
    /** Why it is not in the draft, once they were done with it. */
    fault: typing?.isLeft && outcome !== 'nothing' ? outcome : undefined,
    choose,
    drop: () => settle(held),
    control: {
      onFocus: () => setTyping((before) => before ?? enter(held)),
      onChange: ({ target }: { target: { value: string } }) =>
        setTyping((before) => typeOn(before ?? enter(held), target.value, held)),
      onBlur: done,
      onKeyDown: ({ key }: { key: string }) => {
        if (key === 'Enter') done();
      },
    },
  };
}
