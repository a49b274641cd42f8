import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointReceipt } from '@/api/generated';
import { Bilingual, ButtonLink, DateTime } from '@/components';
import { GivenKeys } from '@/components/case';
import styles from './Joint.module.css';

/** Number and code, which are told once. */
export function Receipt({ receipt }: { receipt: JointReceipt }) {
  const { t } = useTranslation('joint');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={`wrap ${styles.page} ${styles.receipt}`}>
      <h1 ref={heading} tabIndex={-1}>
        {t('receipt.title')}
      </h1>
      <p className="lead">
        <Bilingual chinese={receipt.themeName} english={receipt.themeNameEn} />
      </p>
      <GivenKeys
        label={t('receipt.number')}
        number={receipt.jointNumber}
        code={receipt.trackingCode}
        once={t('receipt.once')}
      />
      <h2>{t('receipt.begun')}</h2>
      <ul>
        {receipt.cases.map((one) => (
          <li key={one.caseNumber}>
            <Bilingual chinese={one.itemName} english={one.itemNameEn} />{' '}
            <span className="quiet">{one.caseNumber}</span>
          </li>
        ))}
      </ul>
      {receipt.noticeDue && (
        <p>
          {t('receipt.noticeDue')} <DateTime value={receipt.noticeDue} as="date" />
        </p>
      )}
      <p className="no-print">
        <ButtonLink href={receipt.trackingUrl}>{t('receipt.track')}</ButtonLink>
      </p>
    </div>
  );
}
