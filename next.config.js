import { readdirSync } from 'node:fs';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';

// A locale is a folder in messages/. The default is fixed at build, because Next stores the rewrites in its routes manifest.
const locales = readdirSync(new URL('./messages', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const defaultLocale = process.env.DEFAULT_LOCALE ?? 'en';
if (!locales.includes(defaultLocale)) {
  throw new Error(`DEFAULT_LOCALE is "${defaultLocale}", but messages/ holds ${locales.join(', ')}`);
}

/** The pages under app/(public)/[locale]. Every public page is listed here once; what is not listed has no language in its address. */
const publicPages = [
  ...['/', '/verdicts/:path*', '/charter/:path*', '/about', '/search', '/parity/:path*'],
  ...['/corrections', '/challenges/:path*', '/feeds/:path*'],
];

const underLocale = (page) => (page === '/' ? `/${defaultLocale}` : `/${defaultLocale}${page}`);

/**
 * Next writes inline scripts to hand data to the browser, and pages kept in a cache cannot carry a nonce: hence 'unsafe-inline'.
 * ws: and wss: are named because some browsers do not count a socket to the same host as 'self'.
 */
const contentSecurityPolicy = (development) =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');

const securityHeaders = (development) => [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy(development) },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not 'no-referrer': with it browsers send "Origin: null" on form posts, and our writes refuse that.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
];

/**
 * What is no page: exact bytes, files of sources, answers of the API. A browser that opens one gets nothing to run, to load or to send, whatever
 * somebody has written into it. This rule stands after the general one, and the last one counts, over whatever a handler says too.
 */
const bytes = [
  '/api/:path*',
  '/:path*/record.json',
  '/:path*/charter.json',
  '/:path*/sign-offs/:file',
  '/:path*/retraction/:file',
];
const bytesPolicy = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" }];

/** @returns {import('next').NextConfig} */
const config = (phase) => ({
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // npm run check looks at the types, of the tests too; a build would look a second time, for as long as it takes otherwise.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@electric-sql/pglite', 'postgres', '@node-rs/argon2', 'pino'],
  // Nothing here is an image of Next's, so its optimiser answers nobody.
  images: { unoptimized: true },
  // Title and description come with the head, for everybody: streamed after the page, the title is missing for a moment, and for good without JavaScript.
  htmlLimitedBots: /.*/,
  experimental: {
    // Public pages are kept by our server, and none by Next. One that it kept on disk would survive a change of DATA_DIR.
    isrFlushToDisk: false,
    // Without it a page that reads itself again while the server is away gives way to the browser's error page, editors and all (PROTOCOL P60).
    useOffline: true,
  },
  // Redirects are matched on the address as it was typed, before any rewrite: the two cannot loop.
  redirects: async () => publicPages.map((page) => ({ source: underLocale(page), destination: page, permanent: false })),
  rewrites: async () => ({
    beforeFiles: publicPages.map((page) => ({ source: page, destination: underLocale(page) })),
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: '/:path*', headers: securityHeaders(phase === PHASE_DEVELOPMENT_SERVER) },
    ...bytes.map((source) => ({ source, headers: bytesPolicy })),
  ],
});

// Messages are compiled when we build: a page would otherwise parse the same sentences anew for every reader, and send the parser to each browser.
const withMessages = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

export default (phase) => withMessages(config(phase));
