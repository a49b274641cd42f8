import { useTranslation } from 'react-i18next';
import type { PowerItem, TimeLimit } from '@/api/generated';
import { type KeyFact, KeyFacts, Limit, Name } from '@/components';
import { useLanguage } from '@/i18n';
import { formatLimit, savedPercent } from '@/lib/format';
import { isDescribed } from './published';
import { isAppliedFor } from '../categories';
import styles from './ItemFacts.module.css';

/** The promise against the statute, day by day: what is promised in blue, what the law would allow in outline. */
function LimitBar({ promised, statutory }: { promised: TimeLimit; statutory: TimeLimit }) {
  const width = 200;
  const part = Math.max(3, (promised.amount / statutory.amount) * width);
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} 8`} aria-hidden="true" focusable="false">
      <rect className={styles.allowed} x="0.5" y="0.5" width={width - 1} height="7" rx="3.5" />
      <rect className={styles.promised} x="0" y="0" width={part} height="8" rx="4" />
    </svg>
  );
}

/** What one must know before anything else; what isn't published is left out here and named below. */
export function ItemFacts({ item }: { item: PowerItem }) {
  const { t } = useTranslation(['powerlist', 'common']);
  const language = useLanguage();
  const { promisedLimit: promised, statutoryLimit: statutory } = item;
  const saved = savedPercent(statutory, promised);
  const appliedFor = isAppliedFor(item.category);
  const facts: KeyFact[] = [];

  if (promised) {
    facts.push({
      label: t('item.promised'),
      value: <Limit value={promised} />,
      strong: true,
      note: statutory && (
        <>
          {saved !== null && <LimitBar promised={promised} statutory={statutory} />}
          {t('item.statutoryNote', { limit: formatLimit(statutory, language) })}
          {saved !== null && (
            <>
              {language === 'en' ? ', ' : '，'}
              {t('item.saved', { percent: saved })}
            </>
          )}
        </>
      ),
    });
  } else if (statutory) {
    facts.push({ label: t('item.statutory'), value: <Limit value={statutory} />, strong: true });
  }
  if (item.visits !== undefined && appliedFor) {
    facts.push({
      label: t('item.visits'),
      value:
        item.visits === 0 ? t('item.visitsNone') : t('item.visitsValue', { count: item.visits }),
      strong: true,
    });
  }
  if (item.fees.some((fee) => fee.status === 'charged')) {
    facts.push({
      label: t('item.fee'),
      value: t('item.charged'),
      note: t('item.chargedNote'),
      strong: true,
    });
  } else if (item.free && appliedFor) {
    facts.push({ label: t('item.fee'), value: t('item.free'), strong: true });
  }
  if (appliedFor && isDescribed(item)) {
    facts.push({ label: t('item.handling'), value: t(`common:handling.${item.handling}`) });
  }
  if (item.onlineDepth !== undefined && appliedFor) {
    const depth = String(item.onlineDepth) as '1' | '2' | '3' | '4';
    facts.push({ label: t('item.online'), value: t(`item.onlineDepth.${depth}`) });
  }
  if (item.serviceFor) {
    facts.push({ label: t('item.serviceFor'), value: t(`common:serviceFor.${item.serviceFor}`) });
  }
  if (item.result) {
    facts.push({ label: t('item.result'), value: <Name of={item.result} /> });
  }
  if (facts.length === 0) return null;
  return (
    <section className={styles.facts} aria-label={t('item.keyFacts')}>
      <KeyFacts facts={facts} />
    </section>
  );
}
