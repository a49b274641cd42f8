/** Only ever on to a page of this site's own, and never to the staff's. */
export function safeNext(next: string | null): string {
  return next && /^\/(account|apply|services)(\/[\w%.-]*)*(\?[\w=&%.-]*)?$/.test(next)
    ? next
    : '/account';
}
