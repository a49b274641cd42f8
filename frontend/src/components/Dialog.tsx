import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';

/**
 * Asks for something before going on: a native modal dialog, open as long as it is rendered. Whoever
 * turns back finds the focus where it was.
 */
export function Dialog({
  title,
  aside,
  text,
  width = 'medium',
  locked = false,
  onSubmit,
  onClose,
  children,
}: {
  title: ReactNode;
  /** A quiet line under the title. */
  aside?: ReactNode;
  /** What it is about, read out when it opens. */
  text?: ReactNode;
  width?: 'narrow' | 'medium' | 'wide';
  /** While something is on its way, Escape doesn't close it. */
  locked?: boolean;
  /** Given, the inside is a form. */
  onSubmit?: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // A layout effect, so that it closes while it is still there and gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const inside = (
    <>
      <div>
        <h2 id={`${id}-title`} className={styles.title}>
          {title}
        </h2>
        {aside && <p className="quiet">{aside}</p>}
      </div>
      {text && <p id={`${id}-text`}>{text}</p>}
      {children}
    </>
  );
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles[width] ?? ''}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={text ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
      onClose={() => {
        // The browser may close it in spite of us; one that was opened again meanwhile stays.
        if (!dialog.current?.open) onClose();
      }}
    >
      {onSubmit ? (
        <form
          noValidate
          className={styles.inside}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        <div className={styles.inside}>{inside}</div>
      )}
    </dialog>
  );
}

/** The buttons at its end. */
export function DialogWays({ children }: { children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>;
}
