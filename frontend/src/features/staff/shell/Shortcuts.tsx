import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogWays } from '@/components';
import styles from './Shortcuts.module.css';
import { shortcutsNow, switchShortcuts, useShortcutsOn } from './shortcuts';

function keyNames(keys: string): string[] {
  if (keys === 'mod+k') return [/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl', 'K'];
  return [keys.toUpperCase()];
}

/** What can be pressed on this page, and the way to switch it off. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  const on = useShortcutsOn();
  return (
    <Dialog title={t('keys.title')} text={t('keys.text')} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcutsNow().map(({ keys, label }) => (
          <div key={keys}>
            <dt>
              {keyNames(keys).map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => switchShortcuts(event.target.checked)}
        />
        {t('keys.on')}
      </label>
      <DialogWays>
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogWays>
    </Dialog>
  );
}
