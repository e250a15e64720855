import type { MetadataRoute } from 'next';
import { env } from '@/platform/env';

// The origin is known when the server starts, not when it is built.
export const dynamic = 'force-dynamic';

/** Verdicts are for everybody; what needs a session is of no use to a search engine. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/desk', '/account', '/sign-in', '/setup/', '/invitations/', '/unsubscribe/', '/api/', '/search', '/*/search'],
    },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
