import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import type { Place } from './navigation/place';
import { PlaceGroups } from './Places';
import styles from './Drawer.module.css';
import { Who } from './Who';

/** Everything there is, on a phone. */
export function Drawer({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const { t } = useTranslation('console');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.drawer}
      data-drawer
      aria-label={t('shell.label')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
        <Icon name="close" />
      </button>
      <nav aria-label={t('shell.label')}>
        <PlaceGroups places={places} />
      </nav>
      <Who />
    </dialog>
  );
}
