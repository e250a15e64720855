'use client';

import { useState } from 'react';
import { useCommand } from '../_forms/use-command.client';
import type { GivenProof } from './sign-with.client';
import type { Signer } from './signer';

/** A statement that the server made and that waits for its signature, with what was chosen on the page when it was asked for. */
type Begun<Chosen> = { nonce: string; bytes: Uint8Array; chosen: Chosen };

/** The way of every signature: a statement is made (`makeAt`), read from its bytes on the page, and signed with a proof (`signAt`). SPEC R13, C22. */
export function useSigning<Chosen>(
  { isConfirmed, confirmBy, means }: Signer,
  { makeAt, signAt, onSigned }: { makeAt: string; signAt: string; onSigned?: () => void },
) {
  const [begun, setBegun] = useState<Begun<Chosen>>();
  const [confirmed, setConfirmed] = useState(isConfirmed);
  const making = useCommand(makeAt);
  const signing = useCommand(signAt, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setConfirmed(false),
    onDone: () => {
      setBegun(undefined);
      onSigned?.();
    },
  });

  async function prepare(body: unknown, chosen: Chosen): Promise<void> {
    if (making.pending || signing.pending) return;
    const answer = await making.send(body);
    if (answer === undefined) return;
    signing.clear();
    setBegun({ nonce: String(answer.nonce), bytes: new TextEncoder().encode(String(answer.statement)), chosen });
  }

  const dialog = {
    ...{ confirmBy, means, isConfirmed: confirmed, pending: signing.pending, refusal: signing.refusal?.message },
    onClose: () => setBegun(undefined),
    onSign: (proof: GivenProof) => void signing.send({ nonce: begun?.nonce, proof }),
  };
  // Until the page tells what was signed, its form is not offered again.
  const preparing = making.pending || signing.pending;
  return { prepare, preparing, notPrepared: making.refusal?.message, begun, dialog };
}
