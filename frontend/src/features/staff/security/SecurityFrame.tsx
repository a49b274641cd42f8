import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Factors } from '@/api/generated';
import { getFactorsOptions, getFactorsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { RecordSection } from './RecordSection';
import { RecoveryCodes } from './RecoveryCodes';
import type { OnChanged } from './changed';
import styles from './Security.module.css';

/** A page of what one signs in with: what it says when something has changed, new recovery codes, the record. */
export function SecurityFrame({
  lead,
  sessions,
  children,
}: {
  lead: string;
  /** Address of the page of one's sessions. */
  sessions: string;
  children: (factors: Factors, onChanged: OnChanged) => ReactNode;
}) {
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

  const changed: OnChanged = (text, newCodes) => {
    setSaid({ text });
    if (newCodes?.length) setCodes(newCodes);
    void queries.invalidateQueries({ queryKey: getFactorsQueryKey() });
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{lead}</p>
      <p ref={status} role="status" tabIndex={-1} className={said ? styles.said : undefined}>
        {said?.text}
      </p>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {factors.error && (
        <Problem problem={toProblem(factors.error)} onRetry={() => void factors.refetch()} />
      )}
      {factors.isPending && <Loading lines={8} />}
      {factors.data && (
        <>
          {children(factors.data, changed)}
          <section className={styles.section} aria-labelledby="security-sessions">
            <h2 id="security-sessions">{t('sessions.title')}</h2>
            <p>
              <Link href={sessions}>{t('sessions.see')}</Link>
            </p>
          </section>
          <RecordSection factors={factors.data} />
        </>
      )}
    </div>
  );
}
