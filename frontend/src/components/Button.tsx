import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Looks {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  children: ReactNode;
}

function classes(look: ButtonLook, size: 'normal' | 'large', extra?: string): string {
  return [styles.button, styles[look], size === 'large' && styles.large, extra]
    .filter(Boolean)
    .join(' ');
}

/** A native button. `busy` keeps it focusable but says it is working and ignores presses. */
export function Button({
  look = 'primary',
  size = 'normal',
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: Looks & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(look, size, className)}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link that looks like a button: it goes somewhere, it doesn't do something. */
export function ButtonLink({
  href,
  look = 'primary',
  size = 'normal',
  children,
  className,
}: Looks & { href: string; className?: string }) {
  return (
    <Link href={href} className={classes(look, size, className)}>
      {children}
    </Link>
  );
}
