/** The most characters of a signer's declaration of interests. */
export const interestLimit = 1000;
