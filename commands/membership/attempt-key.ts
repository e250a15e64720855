/** What attempts at a password are counted by. Signing in and confirming count together, so that one is no way around the other. */
export const attemptKey = {
  account: (email: string) => `account ${email}`,
  address: (address: string) => `address ${address}`,
};
