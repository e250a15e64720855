import { hash, verify } from '@node-rs/argon2';

/** The library's own algorithm is argon2id, at OWASP's least for it: 19 MiB, two passes, one lane (Password Storage Cheat Sheet, 2024). About 30 ms on one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password nobody has: an unknown person costs the same time as a wrong password. */
const nobodysHash = '$argon2id$v=19$m=19456,p=1,t=2$BJU6yzojoa6f+/Jt71PuzA$Ge2CD77X6+rw7lBMQzlvwTU5xHNYuPp4FH+cQXLVYS0';

/** The hash of a password, with its salt and cost written into it. */
export function hashPassword(password: string): Promise<string> {
  return hash(spelling(password), cost);
}

/** Whether a password belongs to a hash. Without a hash the answer is no, and it takes as long. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? nobodysHash, spelling(password));
  return right && stored !== undefined;
}

/** Keyboards spell "é" in two ways; both are the same password (RFC 8265, OpaqueString). */
function spelling(password: string): string {
  return password.normalize('NFC');
}
