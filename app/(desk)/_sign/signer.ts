import type { Means } from './ways-to-sign';

/** What a person proves who they are with, here or at their identity provider. */
export type ConfirmBy = 'password' | 'password-and-code' | 'provider';

/** How the person at the desk can prove that it is they who sign. */
export type Signer = {
  /** Whether they have proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  confirmBy: ConfirmBy;
  means: Means;
};
