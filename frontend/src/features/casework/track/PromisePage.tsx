import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button, Loading, Problem } from '@/components';
import { PromiseText } from '@/components/promise';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import type { Holder } from './holder';
import { promiseOf } from './promised';
import papers from '@/components/promise/Promise.module.css';
import styles from './TrackPage.module.css';

/** A promise as it was signed, to be read and printed (承诺书). */
function Paper({ holder, back }: { holder: Holder; back: string }) {
  const { t } = useTranslation(['promise', 'common']);
  const language = useLanguage();
  const found = useQuery({
    queryKey: ['promise', holder],
    queryFn: ({ signal }) => promiseOf(holder, signal),
    gcTime: 0,
    retry: false,
  });
  const promise = found.data;
  const text = promise?.text;
  const title = text ? (language === 'en' ? text.titleEn : text.title) : t('documentTitle');
  usePageTitle(title, t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href={back}>{t('back')}</Link>
      </p>
      <h1>{title}</h1>
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.isPending && <Loading lines={8} />}
      {promise && (
        <>
          {text && <PromiseText text={text} heading={false} />}
          <dl className={papers.signed}>
            <div>
              <dt>{t('signature')}</dt>
              <dd>{promise.signedName ?? '—'}</dd>
            </div>
            <div>
              <dt>{t('signedOn')}</dt>
              <dd>{formatDate(promise.signedAt, language)}</dd>
            </div>
            <div>
              <dt>{t('forCase')}</dt>
              <dd>{promise.caseNumber}</dd>
            </div>
            <div>
              <dt>{t('version')}</dt>
              <dd>{text?.version ?? '—'}</dd>
            </div>
          </dl>
          <p className="no-print">
            <Button onClick={() => window.print()}>{t('print')}</Button>
          </p>
        </>
      )}
    </div>
  );
}

/** By the case's number and code, which are in the fragment and never in the address. */
export function HeldPromisePage() {
  const [held] = useState(() => new URLSearchParams(window.location.hash.slice(1)));
  const number = (held.get('number') ?? '').slice(0, 40) || '-';
  const code = (held.get('code') ?? '').slice(0, 40) || '-';
  return (
    <Paper
      holder={{ kind: 'keys', number, code }}
      back={`/track#${new URLSearchParams({ number, code })}`}
    />
  );
}

/** Of one's own case. */
export function OwnPromisePage({ caseNumber }: { caseNumber: string }) {
  return (
    <Paper holder={{ kind: 'account', number: caseNumber }} back={`/account/cases/${caseNumber}`} />
  );
}
