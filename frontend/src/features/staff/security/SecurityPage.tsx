import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getFactorsOptions, getFactorsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { AuthenticatorSection } from './AuthenticatorSection';
import { PasskeySection } from './PasskeySection';
import { PasswordSection } from './PasswordSection';
import { RecordSection } from './RecordSection';
import { RecoveryCodes } from './RecoveryCodes';
import { RecoverySection } from './RecoverySection';
import styles from './Security.module.css';

/** What one signs in with: password, authenticator app, recovery codes, passkeys. */
export function SecurityPage() {
  const { t } = useTranslation(['security', 'common']);
  const queries = useQueryClient();
  const factors = useQuery({ ...getFactorsOptions(), staleTime: 0 });
  const [codes, setCodes] = useState<readonly string[]>();
  const [said, setSaid] = useState<{ text: string }>();
  const status = useRef<HTMLParagraphElement>(null);
  usePageTitle(t('title'), t('common:site.name'));

  // What had the focus may be gone.
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);

  const changed = (text: string, newCodes?: readonly string[]) => {
    setSaid({ text });
    if (newCodes?.length) setCodes(newCodes);
    void queries.invalidateQueries({ queryKey: getFactorsQueryKey() });
  };
  const data = factors.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p ref={status} role="status" tabIndex={-1} className={said ? styles.said : undefined}>
        {said?.text}
      </p>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {factors.error && (
        <Problem problem={toProblem(factors.error)} onRetry={() => void factors.refetch()} />
      )}
      {factors.isPending && <Loading lines={8} />}
      {data && (
        <>
          <AuthenticatorSection factors={data} onChanged={changed} />
          <PasskeySection factors={data} onChanged={changed} />
          {(data.authenticatorSince || data.passkeys.length > 0) && (
            <RecoverySection factors={data} onChanged={changed} />
          )}
          <PasswordSection factors={data} onChanged={changed} />
          <section className={styles.section} aria-labelledby="security-sessions">
            <h2 id="security-sessions">{t('sessions.title')}</h2>
            <p>
              <Link href="/staff/sessions">{t('sessions.see')}</Link>
            </p>
          </section>
          <RecordSection factors={data} />
        </>
      )}
    </div>
  );
}
