/** Languages that are written from right to left in their usual script, and the scripts that are. */
const languages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const scripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']);

/** Whether a text in this language (BCP 47) is written from right to left. */
export function isFromTheRight(language: string): boolean {
  const [primary = '', ...rest] = language.split('-');
  const script = rest.find((part) => part.length === 4);
  return script === undefined ? languages.has(primary) : scripts.has(script);
}
