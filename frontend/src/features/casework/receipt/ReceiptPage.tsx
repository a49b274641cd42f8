import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, ButtonLink, DateTime } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate, formatLimit } from '@/lib/format';
import { usePageTitle } from '@/lib/title';
import { forgetName, isKeptReceipt, type KeptReceipt, keptName } from './kept';
import { QrCode } from '@/components/QrCode';
import styles from './ReceiptPage.module.css';

function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('casework');
  const [copied, setCopied] = useState(false);
  // The clipboard needs a secure context; without one there is nothing to press.
  if (!navigator.clipboard) return null;
  return (
    <button
      type="button"
      className={`${styles.copy} no-print`}
      aria-label={label}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          setTimeout(() => setCopied(false), 2000);
        });
      }}
    >
      <span aria-live="polite">{copied ? t('receipt.copied') : t('receipt.copy')}</span>
    </button>
  );
}

function Next({ receipt }: { receipt: KeptReceipt['receipt'] }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  return (
    <ol className={styles.next}>
      <li>
        {receipt.acceptanceDue
          ? t('receipt.next.acceptance', {
              date: formatDate(receipt.acceptanceDue, language, 'dateWeekday'),
            })
          : t('receipt.next.acceptanceNoDate')}
      </li>
      <li>{t('receipt.next.correction')}</li>
      <li>
        {receipt.promisedLimit
          ? t('receipt.next.promise', { limit: formatLimit(receipt.promisedLimit, language) })
          : t('receipt.next.noPromise')}
      </li>
      <li>{t('receipt.next.track')}</li>
    </ol>
  );
}

function ReceiptSheet({ kept }: { kept: KeptReceipt }) {
  const { t } = useTranslation(['casework', 'common']);
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  const heading = useRef<HTMLHeadingElement>(null);
  const { receipt } = kept;
  const applicant = keptName(receipt.caseNumber);
  usePageTitle(t('receipt.title'), t('common:site.name'));
  useEffect(() => heading.current?.focus(), []);
  const url = new URL(receipt.trackingUrl, window.location.origin).href;
  const city = site && (language === 'en' ? site.cityNameEn : site.cityName);

  return (
    <article className={`wrap ${styles.page}`}>
      <p className="print-only">
        {city} · {t('common:site.name')}
      </p>
      <header className={styles.head}>
        <span className={`${styles.tick} no-print`} aria-hidden="true" />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('receipt.title')}
          </h1>
          <p className="lead">
            <Bilingual chinese={receipt.itemName} english={receipt.itemNameEn} />
          </p>
        </div>
      </header>
      {kept.earlier && (
        <p className={styles.earlier} role="status">
          {t('receipt.earlier')}
        </p>
      )}

      <section className={styles.keys} aria-label={t('receipt.keys')}>
        <div className={styles.numbers}>
          <div>
            <h2>{t('receipt.caseNumber')}</h2>
            <p className={styles.number}>{receipt.caseNumber}</p>
            <CopyButton text={receipt.caseNumber} label={t('receipt.copyNumber')} />
          </div>
          <div>
            <h2>{t('receipt.trackingCode')}</h2>
            <p className={styles.code}>
              {receipt.trackingCode.split('-').map((group, index) => (
                <span key={index} className={styles.group}>
                  {index > 0 && <i>-</i>}
                  {group}
                </span>
              ))}
            </p>
            <CopyButton text={receipt.trackingCode} label={t('receipt.copyCode')} />
          </div>
          <p className={styles.once}>{t('receipt.once')}</p>
        </div>
        <figure className={styles.qr}>
          <QrCode text={url} label={t('receipt.qrLabel')} />
          <figcaption>{t('receipt.qr')}</figcaption>
        </figure>
      </section>

      <dl className={styles.facts}>
        {applicant && (
          <div>
            <dt>{t('receipt.applicant')}</dt>
            <dd>{applicant}</dd>
          </div>
        )}
        {receipt.departmentName && (
          <div>
            <dt>{t('apply.department')}</dt>
            <dd>
              <Bilingual chinese={receipt.departmentName} english={receipt.departmentNameEn} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('receipt.submittedAt')}</dt>
          <dd>
            <DateTime value={receipt.submittedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('receipt.itemCode')}</dt>
          <dd>{receipt.itemCode}</dd>
        </div>
      </dl>

      <section>
        <h2>{t('receipt.nextTitle')}</h2>
        <Next receipt={receipt} />
      </section>

      <div className={`${styles.ways} no-print`}>
        <Button size="large" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        <ButtonLink href={receipt.trackingUrl} look="secondary" size="large">
          {t('receipt.track')}
        </ButtonLink>
        <Button
          look="quiet"
          size="large"
          onClick={() => {
            forgetName();
            navigate('/', { replace: true });
          }}
        >
          {t('receipt.finish')}
        </Button>
      </div>
      <p className="quiet small no-print">{t('receipt.finishHint')}</p>
      <p className="print-only small">
        {t('common:print.printed', { at: formatDate(new Date().toISOString(), language) })}{' '}
        {t('common:print.address', { url: `${window.location.origin}/track` })}
        {site?.demo && city && <> {t('common:demo.ribbon', { city })}</>}
      </p>
    </article>
  );
}

/** The receipt of an application: what one needs to find it again, and what happens next. */
export function ReceiptPage() {
  const { t } = useTranslation(['casework', 'common']);
  const state: unknown = useHistoryState();
  if (isKeptReceipt(state)) return <ReceiptSheet kept={state} />;
  return (
    <div className={`wrap ${styles.none}`}>
      <h1>{t('receipt.noneTitle')}</h1>
      <p className="lead">{t('receipt.noneText')}</p>
      <Link href="/track">{t('common:nav.track')}</Link>
    </div>
  );
}
