import { useTranslation } from 'react-i18next';
import { DateTime } from '../Values';

/** Why a deletion of personal data was refused, as the API gives it. */
export interface RefusalView {
  ground: 'retentionPeriod' | 'technicallyInfeasible' | 'stillNecessary';
  /** Day, where the ground is that the records have to be kept. */
  keptUntil?: string | undefined;
  /** Absent when the data has been deleted since. */
  words?: string | undefined;
}

/** The ground in the law, the reasons, and for its person what they can do then (第五十条). */
export function Refusal({
  refusal,
  forPerson = false,
}: {
  refusal: RefusalView;
  forPerson?: boolean;
}) {
  const { t } = useTranslation('privacy');
  return (
    <>
      <p>{t(`refusal.ground.${refusal.ground}`)}</p>
      {refusal.keptUntil && (
        <p>
          {t('refusal.keptUntil')}
          <DateTime value={refusal.keptUntil} as="date" />
        </p>
      )}
      {refusal.words && (
        <p>
          {t('refusal.words')}
          <span lang="zh-CN">{refusal.words}</span>
        </p>
      )}
      {forPerson && <p className="quiet small">{t('refusal.court')}</p>}
    </>
  );
}
