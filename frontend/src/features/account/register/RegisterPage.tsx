import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PhoneConfirmation } from '@/api/generated';
import { usePageTitle } from '@/lib/title';
import styles from '../Account.module.css';
import { CodeStep } from './CodeStep';
import { DetailsStep } from './DetailsStep';
import { EMPTY, type RegisterForm } from './form';

/** An account of one's own: who it is, then the code that came to the telephone. */
export function RegisterPage() {
  const { t } = useTranslation(['account', 'common']);
  const [form, setForm] = useState<RegisterForm>(EMPTY);
  const [sent, setSent] = useState<PhoneConfirmation>();
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = sent !== undefined;
  usePageTitle(t(waiting ? 'code.title' : 'register.title'), t('common:site.name'));
  const before = useRef(waiting);
  useEffect(() => {
    if (before.current !== waiting) heading.current?.focus();
    before.current = waiting;
  }, [waiting]);
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 ref={heading} tabIndex={-1}>
        {t(waiting ? 'code.title' : 'register.title')}
      </h1>
      {sent ? (
        <CodeStep form={form} sent={sent} onSent={setSent} onBack={() => setSent(undefined)} />
      ) : (
        <>
          <p className="lead">{t('register.lead')}</p>
          <DetailsStep form={form} onChange={setForm} onSent={setSent} />
          <p className={styles.ways}>
            <Link href="/account/login">{t('register.have')}</Link>
          </p>
        </>
      )}
    </div>
  );
}
