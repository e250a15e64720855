/** Characters of an article: a long report has about this many. */
export const articleLimit = 200_000;
