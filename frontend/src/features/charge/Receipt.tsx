import { useTranslation } from 'react-i18next';
import type { Bill, BillPayment } from '@/api/generated';
import { Button, DateTime, Money } from '@/components';
import { ChargeLines, ChargeTotal } from '@/components/charge';
import styles from './Charge.module.css';

/** That the money has arrived, to keep or to print. It doesn't pretend to be a fiscal invoice. */
export function Receipt({ bill, payment }: { bill: Bill; payment: BillPayment }) {
  const { t } = useTranslation('charge');
  return (
    <section className={styles.receipt} aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('receipt.title')}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('bill.billNumber')}</dt>
          <dd>{bill.billNumber}</dd>
        </div>
        <div>
          <dt>{t('receipt.subject')}</dt>
          <dd>{bill.subject}</dd>
        </div>
        {bill.applicantMasked && (
          <div>
            <dt>{t('receipt.payer')}</dt>
            <dd lang="zh-CN">{bill.applicantMasked}</dd>
          </div>
        )}
        <div>
          <dt>{t('receipt.way')}</dt>
          <dd>{t(`receipt.${payment.way}`)}</dd>
        </div>
        <div>
          <dt>{t('receipt.at')}</dt>
          <dd>
            <DateTime value={payment.paidAt} />
          </dd>
        </div>
        {payment.orderNumber && (
          <div>
            <dt>{t('receipt.order')}</dt>
            <dd>{payment.orderNumber}</dd>
          </div>
        )}
        {payment.reference && (
          <div>
            <dt>{t('receipt.reference')}</dt>
            <dd>{payment.reference}</dd>
          </div>
        )}
      </dl>
      <ChargeLines lines={bill.lines} />
      <ChargeTotal fen={payment.amountFen} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('receipt.words')}</dt>
          <dd lang="zh-CN">{bill.totalInWords}</dd>
        </div>
        {payment.refundedFen > 0 && (
          <div>
            <dt>{t('refund.state.done')}</dt>
            <dd>
              <Money fen={payment.refundedFen} />
            </dd>
          </div>
        )}
      </dl>
      <p className="small quiet">{t('receipt.notInvoice')}</p>
      <p className="no-print">
        <Button look="secondary" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
      </p>
    </section>
  );
}
