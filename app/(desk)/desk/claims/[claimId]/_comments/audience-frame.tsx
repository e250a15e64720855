import type { ReactNode } from 'react';
import { Reads } from './reads';

/** What is for one party alone stands on the inverted, hatched surface of private notes, and says whose it is before its words; what all read does not. */
export function AudienceFrame({ party, children }: { party: string | null; children: ReactNode }) {
  if (party === null)
    return (
      <>
        <p className="who">
          <Reads audienceParty={null} />
        </p>
        {children}
      </>
    );
  return (
    <div className="priv">
      <div className="band" />
      <div className="pin">
        <p className="who">
          <Reads audienceParty={party} />
        </p>
        <div className="paper">{children}</div>
      </div>
    </div>
  );
}
