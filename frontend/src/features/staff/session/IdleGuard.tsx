import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idleAfter, signOut, signOutIdle } from '@/api/signin/session';
import { Button, Dialog, DialogWays } from '@/components';

const WARNING = 60_000;
const KEPT_AT = 'sunlit.staff.lastInput';
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** The last time somebody did something, in any tab. */
function lastInput(): number {
  return Number(localStorage.getItem(KEPT_AT)) || 0;
}

function noteInput(): void {
  if (Date.now() - lastInput() > 1_000) localStorage.setItem(KEPT_AT, String(Date.now()));
}

/** Signs out a desk that nobody sits at, and says so a minute before. The page stays as it is behind the sign-in. */
export function IdleGuard() {
  const { t } = useTranslation('security');
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    localStorage.setItem(KEPT_AT, String(Date.now()));
    let over = false;
    const look = () => {
      const remaining = lastInput() + idleAfter() - Date.now();
      if (remaining <= 0 && !over) {
        over = true;
        void signOutIdle();
      }
      setLeft(remaining < WARNING ? Math.max(0, Math.ceil(remaining / 1000)) : undefined);
    };
    const timer = setInterval(look, 1_000);
    // A warning is answered by its buttons, not by the mouse that happened to move.
    const note = () => {
      if (lastInput() + idleAfter() - Date.now() >= WARNING) noteInput();
    };
    INPUTS.forEach((input) => document.addEventListener(input, note, { passive: true }));
    return () => {
      clearInterval(timer);
      INPUTS.forEach((input) => document.removeEventListener(input, note));
    };
  }, []);
  if (left === undefined) return null;
  const stay = () => {
    localStorage.setItem(KEPT_AT, String(Date.now()));
    setLeft(undefined);
  };
  return (
    <Dialog
      title={t('idle.title')}
      text={t('idle.text', { seconds: left })}
      width="narrow"
      onClose={stay}
    >
      <DialogWays>
        <Button onClick={stay}>{t('idle.stay')}</Button>
        <Button look="quiet" onClick={() => void signOut()}>
          {t('idle.leave')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
