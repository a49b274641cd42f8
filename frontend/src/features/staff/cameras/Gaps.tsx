import { useTranslation } from 'react-i18next';
import type { CameraSpan } from '@/api/generated';
import { Tag } from '@/components';
import styles from './Cameras.module.css';
import { timeOf } from './span';

/** When there is no recording, said plainly. */
export function Gaps({ gaps }: { gaps: readonly CameraSpan[] }) {
  const { t } = useTranslation('cameras');
  if (gaps.length === 0) return <p className="quiet">{t('gaps.none')}</p>;
  return (
    <ul role="list" className={styles.gaps}>
      {gaps.map((gap) => (
        <li key={gap.from}>
          <Tag tone="warn">{t('gaps.tag')}</Tag>{' '}
          {t('gaps.one', { from: timeOf(gap.from), until: timeOf(gap.until) })}
        </li>
      ))}
    </ul>
  );
}
