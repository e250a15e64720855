/** Whether who asks holds these very bytes already, by the digest that stands in their ETag. A cache between may have weakened it. */
export function hasCopy(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
