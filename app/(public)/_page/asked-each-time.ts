/** The cache-control of what changes with a publication: anybody may hold it, and asks before each use whether it still is the one (C30). */
export const askedEachTime = 'public, max-age=0, must-revalidate';
