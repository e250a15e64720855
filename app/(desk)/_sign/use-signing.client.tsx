'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useCommand } from '../_forms/use-command.client';
import type { GivenProof } from './sign-with.client';
import type { Signer } from './signer';

/** A statement that the server made and that waits for its signature, with what was chosen on the page when it was asked for. */
type Begun<Chosen> = { nonce: string; bytes: Uint8Array; chosen: Chosen };

/** The way of every signature: a statement is made (`makeAt`), read from its bytes on the page, and signed with a proof (`signAt`). SPEC R13, C22. */
export function useSigning<Chosen>(
  { isConfirmed, confirmBy, means }: Signer,
  {
    makeAt,
    signAt,
    focusAfter,
  }: {
    makeAt: string;
    signAt: string;
    /** The id of what tells that it is signed: it gets the focus, since the button goes away with the form. */
    focusAfter?: string;
  },
) {
  const router = useRouter();
  const [begun, setBegun] = useState<Begun<Chosen>>();
  const [isSigned, setIsSigned] = useState(false);
  const [confirmed, setConfirmed] = useState(isConfirmed);
  const making = useCommand(makeAt);
  const signing = useCommand(signAt, {
    onRefused: ({ code }) => {
      // The page was open for longer than the proof holds.
      if (code === 'not-confirmed') setConfirmed(false);
      // It came too late: the page has to say what became of the revision.
      if (code === 'revision-not-open') router.refresh();
    },
    onDone: () => setIsSigned(true),
  });

  async function prepare(body: unknown, chosen: Chosen): Promise<void> {
    if (making.pending || signing.pending) return;
    const answer = await making.send(body);
    if (answer === undefined) return;
    signing.clear();
    setIsSigned(false);
    setBegun({ nonce: String(answer.nonce), bytes: new TextEncoder().encode(String(answer.statement)), chosen });
  }

  const dialog = {
    ...{ confirmBy, means, isConfirmed: confirmed, pending: signing.pending, refusal: signing.refusal?.message },
    isOpen: !isSigned,
    focusAfter: isSigned ? focusAfter : undefined,
    onClose: () => setBegun(undefined),
    onSign: (proof: GivenProof) => void signing.send({ nonce: begun?.nonce, proof }),
  };
  // Until the page tells what was signed, its form is not offered again.
  const preparing = making.pending || signing.pending;
  return { prepare, preparing, notPrepared: making.refusal?.message, begun, isSigned, dialog };
}
