import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button, Dialog, DialogWays } from '@/components';

/**
 * Asks before what isn't kept is left behind: the browser on closing, a dialog on following a link.
 * Render what it gives.
 */
export function useLeaving(unsaved: boolean) {
  const { t } = useTranslation('administration');
  const [, go] = useLocation();
  const [to, setTo] = useState<string>();

  useEffect(() => {
    if (!unsaved) return;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const following = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href');
      if (!href?.startsWith('/') || link?.getAttribute('target')) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(href);
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', following, true);
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', following, true);
    };
  }, [unsaved]);

  if (to === undefined) return null;
  return (
    <Dialog title={t('leave.title')} text={t('leave.text')} onClose={() => setTo(undefined)}>
      <DialogWays>
        <Button onClick={() => setTo(undefined)}>{t('leave.stay')}</Button>
        <Button look="secondary" onClick={() => go(to)}>
          {t('leave.go')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
