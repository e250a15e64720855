/**
 * What the scripts of pages say, as paths in the messages: each page sends these to the browser and no others, because what is sent counts twice, in the
 * bytes and in the time that it takes to write them. A test reads the scripts of each page and fails when one of their namespaces is not here.
 */

/** What stands outside every page: that one failed, or is not there. */
export const layoutWords = ['brand', 'desk.fault', 'desk.notFound'] as const;

/** The frame of a page, with the command menu. */
export const frameWords = ['common', 'desk.form', 'desk.nav', 'layout', 'list.menu', 'list.views'] as const;

/** Beside those of the frame. A page without a name here sends all words of the desk. */
export const pageWords = {
  /** Pages whose own parts need no script. */
  plain: [],
  challenges: ['challenge.decide', 'fields'],
  claims: ['desk.claims', 'fields', 'life.list', 'list.bulk', 'list.keys', 'list.table', 'record', 'state', 'statement'],
  charterDraft: [
    'amendment',
    'charterDraft',
    'desk.charter',
    'desk.draft',
    'discussion.comments',
    'editor',
    'fields',
    'party',
    'passkey.charter',
    'public.parameter',
    'rating',
    'record',
    'save',
  ],
  members: ['desk.members', 'fields', 'interests', 'role'],
  transparency: ['fields', 'transparency'],
  retraction: [
    'correction',
    'fields',
    'signing',
    'passkey.sign',
    'desk.position',
    'desk.confirm',
    'life.conflict',
    'record',
    'interests',
    'rating',
    'desk.sheet',
  ],
  notifications: ['discussion.notifications', 'fields', 'told'],
} as const satisfies Record<string, readonly string[]>;

export type PageWords = keyof typeof pageWords;
