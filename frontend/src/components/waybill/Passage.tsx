import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../Tag';
import { DateTime, Name } from '../Values';

interface End {
  name: string;
  nameEn?: string | undefined;
}

/** Paper on its way, as either end and the applicant see it. */
export interface Travelling {
  direction: 'materials' | 'result';
  carrier: string;
  number: string;
  from: End;
  to: End;
  expectedOn: string;
  state: 'onTheWay' | 'late' | 'missing' | 'received';
}

const TONES: Record<Travelling['state'], Tone> = {
  onTheWay: 'blue',
  late: 'bad',
  missing: 'bad',
  received: 'good',
};

/** What travels from where to where, with whom, and how far it has come (运单). */
export function Passage({
  of,
  sentAt,
  receivedAt,
}: {
  of: Travelling;
  sentAt: string;
  receivedAt?: string | undefined;
}) {
  const { t } = useTranslation('waybill');
  return (
    <>
      <p>
        <Tag tone={TONES[of.state]}>{t(`state.${of.state}`)}</Tag> {t(`what.${of.direction}`)}
        {': '}
        <Name of={of.from} /> → <Name of={of.to} />
      </p>
      <p className="small">
        <span lang="zh-CN">{of.carrier}</span> {of.number} · {t('sent')} <DateTime value={sentAt} />
        {' · '}
        {receivedAt ? (
          <>
            {t('received')} <DateTime value={receivedAt} />
          </>
        ) : (
          <>
            {t('expected')} <DateTime value={of.expectedOn} as="date" />
          </>
        )}
      </p>
    </>
  );
}
