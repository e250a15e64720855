'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { YMapEvent } from 'yjs';
import type { FieldName } from '@/domain/record/shape';
import { fieldsMap } from '@/domain/record/shape';
import type { LiveDocument } from './live-document';
import { putBackOrigin } from './put-back';

/** How long typing rests before it is written: every write of a field is a new value for everybody. */
const restMs = 400;

/**
 * One field of the record as text in an input. What others write replaces what stands here, the last writer wins; what is typed here is written once it
 * rests, or at once by `flush`. Own writes are not heard back, so that a slow answer never overtakes the typing.
 */
export function useField(
  live: LiveDocument,
  name: FieldName,
  { write, show }: { write: (text: string) => string | string[] | undefined; show: (value: unknown) => string },
) {
  const [text, setText] = useState(() => show(live.doc.getMap(fieldsMap).get(name)));
  const pending = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const written = useRef<(() => void) | undefined>(undefined);
  const shape = useRef({ write, show });

  const rest = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    written.current?.();
    written.current = undefined;
  }, []);

  const flush = useCallback(() => {
    if (pending.current === undefined) return;
    const value = shape.current.write(pending.current);
    const map = live.doc.getMap<unknown>(fieldsMap);
    if (value === undefined) map.delete(name);
    else map.set(name, value);
    rest();
  }, [live, name, rest]);

  useEffect(() => {
    const map = live.doc.getMap<unknown>(fieldsMap);
    const heard = (event: YMapEvent<unknown>) => {
      const { local, origin } = event.transaction;
      if ((local && origin !== putBackOrigin) || !event.keysChanged.has(name)) return;
      rest();
      setText(shape.current.show(map.get(name)));
    };
    setText(shape.current.show(map.get(name)));
    map.observe(heard);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      map.unobserve(heard);
      flush();
    };
  }, [live, name, flush, rest]);

  const change = (next: string) => {
    pending.current = next;
    // Until it is written it is not saved, and the page says so.
    written.current ??= live.typing();
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, restMs);
  };
  return { text, change, flush };
}
