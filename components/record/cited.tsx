/** The clause or source that a reason is about, before the reason. Set apart, so that its letter does not decide which way the reason runs. */
export function Cited({ cites }: { cites: string | null | undefined }) {
  if (cites === null || cites === undefined) return null;
  return (
    <>
      <bdi>
        <b>{cites}</b>
      </bdi>{' '}
    </>
  );
}
