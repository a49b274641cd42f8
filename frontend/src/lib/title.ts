import { useEffect } from 'react';

/** Names the page in the browser's tab and to screen readers: 食品经营许可 · 阳光办 */
export function usePageTitle(title: string | undefined, site: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${site}` : site;
  }, [title, site]);
}
