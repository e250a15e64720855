/** What a screen reader needs to know of an editor: a labelled text box, in the language and direction of its text. */
export function editorAttributes({
  labelledBy,
  language,
  isMultiline,
  canEdit,
}: {
  labelledBy: string;
  language?: string;
  isMultiline: boolean;
  canEdit: boolean;
}): Record<string, string> {
  return {
    role: 'textbox',
    'aria-labelledby': labelledBy,
    'aria-multiline': String(isMultiline),
    'aria-readonly': String(!canEdit),
    dir: 'auto',
    spellcheck: 'true',
    tabindex: '0',
    ...(language === undefined ? {} : { lang: language }),
  };
}
