/** In the order in which they are looked for: most browsers also name the ones that they descend from. */
const families: readonly [mark: RegExp, name: string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
];

/** What a browser is called by its people. Version, system and device are left out: the list of sessions asks for no more. */
export function browserFamily(userAgent: string | null | undefined): string | undefined {
  return families.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
}
