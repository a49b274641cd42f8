import { useTranslation } from 'react-i18next';
import { Tag } from '@/components/Tag';
import { Bilingual, useNameText } from '@/components/Values';
import styles from './ThemeChart.module.css';
import type { ThemeItemView } from './types';

/** The way of a joint application: the lead takes it, all departments work side by side, one delivery. */
export function ThemeChart({
  lead,
  items,
}: {
  lead: { name: string; nameEn?: string | undefined };
  items: readonly ThemeItemView[];
}) {
  const { t } = useTranslation('joint');
  const nameText = useNameText();
  const names = new Map(items.map((item) => [item.itemCode, nameText(item)]));
  return (
    <ol role="list" className={styles.chart}>
      <li className={styles.lead}>
        <p className={styles.title}>{t('chart.apply')}</p>
        <p>
          <Bilingual chinese={lead.name} english={lead.nameEn} />
        </p>
      </li>
      <li className={styles.side}>
        <p className={styles.together}>{t('chart.together')}</p>
        <ul role="list" className={styles.branches}>
          {items.map((item) => (
            <li key={item.itemCode} data-optional={item.onlyIf ? true : undefined}>
              <p className={styles.department}>
                <Bilingual chinese={item.department.name} english={item.department.nameEn} />
              </p>
              <p className={styles.item}>
                <a href={`/services/${encodeURIComponent(item.itemCode)}`}>
                  <Bilingual chinese={item.name} english={item.nameEn} />
                </a>
              </p>
              <p className={styles.tags}>
                {item.level && <Tag>{t(`level.${item.level}`)}</Tag>}
                {item.onlyIf && <Tag tone="sun">{t('chart.ifNeeded')}</Tag>}
              </p>
              {item.requires.length > 0 && (
                <p className={styles.after}>
                  {t('chart.after', {
                    items: item.requires
                      .map((code) => names.get(code) ?? code)
                      .join(t('list.comma')),
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </li>
      <li className={styles.lead}>
        <p className={styles.title}>{t('chart.deliver')}</p>
        <p>{t('chart.deliverText')}</p>
      </li>
    </ol>
  );
}
