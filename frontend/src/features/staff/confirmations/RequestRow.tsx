import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Confirmation } from '@/api/generated';
import { Button, DateTime, Tag, type Tone } from '@/components';
import { caseOf, type Decision, decisionsFor } from './decisions';
import styles from './RequestRow.module.css';
import { useRequestText } from './useRequestText';

const TONES: Record<Confirmation['state'], Tone> = {
  open: 'sun',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
  expired: 'warn',
};

/** Something that waits for a second person, or did. */
export function RequestRow({
  request,
  onDecide,
}: {
  request: Confirmation;
  onDecide: (decision: Decision) => void;
}) {
  const { t } = useTranslation('confirmations');
  const { what, ground, by, second } = useRequestText()(request);
  const about = caseOf(request);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.title}>
          {what}
          {ground && <span>{ground}</span>}
          {request.state !== 'open' && (
            <Tag tone={TONES[request.state]}>{t(`state.${request.state}`)}</Tag>
          )}
        </h2>
        <p>
          {about ? (
            <Link href={`/staff/cases/${about}`} className={styles.about}>
              {t('case', { number: about })}
            </Link>
          ) : (
            request.subject
          )}
        </p>
        {request.reason && (
          <p className={styles.reason} lang="zh-CN">
            {request.reason}
          </p>
        )}
        <dl className={styles.facts}>
          <div>
            <dt>{t('by')}</dt>
            <dd>{by}</dd>
          </div>
          <div>
            <dt>{t('at')}</dt>
            <dd>
              <DateTime value={request.requestedAt} />
            </dd>
          </div>
          {request.state === 'open' ? (
            <div>
              <dt>{t('until')}</dt>
              <dd>
                <DateTime value={request.expiresAt} />
              </dd>
            </div>
          ) : (
            <>
              {second && (
                <div>
                  <dt>{t('second')}</dt>
                  <dd>{second}</dd>
                </div>
              )}
              {request.decidedAt && (
                <div>
                  <dt>{t('ended')}</dt>
                  <dd>
                    <DateTime value={request.decidedAt} />
                  </dd>
                </div>
              )}
            </>
          )}
        </dl>
        {request.note && (
          <p className={styles.note} lang="zh-CN">
            {request.note}
          </p>
        )}
      </div>
      <div className={styles.ways}>
        {decisionsFor(request).map((decision) => (
          <Button
            key={decision}
            look={decision === 'confirm' ? 'primary' : 'secondary'}
            aria-label={t('doOf', {
              decision: t(`do.${decision}`),
              what,
              subject: request.subject,
            })}
            onClick={() => onDecide(decision)}
          >
            {t(`do.${decision}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
