import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseWaybill, missWaybill, receiveWaybill } from '@/api/generated';
import { Bilingual, Button, DateTime, Problem } from '@/components';
import { Passage } from '@/components/waybill';
import { toProblem } from '@/lib/problem';
import styles from './Waybills.module.css';

/** A waybill with who did what, and what the reader can do: sign for it, or say that it is lost. */
export function Marks({ of, onDone }: { of: CaseWaybill; onDone: () => void }) {
  const { t } = useTranslation('waybill');
  const ask = {
    path: { caseNumber: of.caseNumber, id: of.id },
    headers: { 'If-Match': `"${of.version}"` },
    throwOnError: true,
  } as const;
  const receive = useMutation({ mutationFn: () => receiveWaybill(ask), onSettled: onDone });
  const miss = useMutation({ mutationFn: () => missWaybill(ask), onSettled: onDone });
  const error = receive.error ?? miss.error;
  return (
    <div className={styles.marks}>
      <Passage of={of} sentAt={of.sent.at} receivedAt={of.received?.at} />
      <p className="small quiet">
        {t('sentBy')} <Bilingual chinese={of.sent.by} english={of.sent.byEn} />
        {of.missing && (
          <>
            {' · '}
            {t('missingBy')} <Bilingual chinese={of.missing.by} english={of.missing.byEn} />{' '}
            <DateTime value={of.missing.at} />
          </>
        )}
        {of.received && (
          <>
            {' · '}
            {t('receivedBy')} <Bilingual chinese={of.received.by} english={of.received.byEn} />
          </>
        )}
      </p>
      {error && <Problem problem={toProblem(error)} />}
      {(of.receivable || of.losable) && (
        <div className={styles.ways}>
          {of.receivable && (
            <Button busy={receive.isPending} onClick={() => receive.mutate()}>
              {t('receive')}
              <span className="visually-hidden"> {of.number}</span>
            </Button>
          )}
          {of.losable && (
            <Button look="secondary" busy={miss.isPending} onClick={() => miss.mutate()}>
              {t('miss')}
              <span className="visually-hidden"> {of.number}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
