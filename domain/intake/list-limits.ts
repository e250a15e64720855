/** How large a list may be: enough for ten thousand rows with an address each. Pages name these before anything is sent, commands hold to them. */
export const listLimitBytes = 8 * 1024 * 1024;
export const mostRows = 20_000;
export const mostColumns = 200;
