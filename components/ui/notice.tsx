import { CircleAlert, CircleCheck, Clock, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type NoticeTone = 'info' | 'wait' | 'stop' | 'ok';

const icons: Record<NoticeTone, LucideIcon> = { info: Info, wait: Clock, stop: CircleAlert, ok: CircleCheck };

/** What happened, what is safe, what to do. `live` only for what appears after the page has loaded. */
export function Notice({
  tone = 'info',
  title,
  actions,
  live,
  id,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  actions?: ReactNode;
  live?: 'status' | 'alert';
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={live} id={id}>
      <Icon as={icons[tone]} />
      <div className="txt">
        {title !== undefined && <p className="ttl">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && actions !== false && <div className="acts">{actions}</div>}
      </div>
    </div>
  );
}
