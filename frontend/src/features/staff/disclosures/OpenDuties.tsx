import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listDisclosureDutiesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, Tag } from '@/components';
import styles from './Publications.module.css';

/** What the department still has to publish, the latest first; each leads to a draft of it. */
export function OpenDuties({ department }: { department: string }) {
  const { t } = useTranslation(['disclosures', 'disclosure']);
  const found = useQuery({
    ...listDisclosureDutiesOptions({ query: { department } }),
    staleTime: 0,
  });
  const open = found.data?.items.filter((each) => each.state === 'late' || each.state === 'due');
  if (!open) return null;
  return (
    <section className="wrap" aria-labelledby="open-duties">
      <h2 id="open-duties">{t('duties.title')}</h2>
      {open.length === 0 && <p>{t('duties.none')}</p>}
      <ul role="list" className={styles.list}>
        {open.map((each) => (
          <li key={`${each.dutyCode}/${each.occasion}`} className={styles.head}>
            <span>
              <Bilingual chinese={each.title} english={each.titleEn} />{' '}
              <span lang="zh-CN">{each.about ?? each.occasion}</span>
            </span>
            <Tag tone={each.state === 'late' ? 'bad' : 'blue'}>
              {t(`disclosure:dutyState.${each.state}`)}
            </Tag>
            <span className="quiet">
              {t('disclosure:duties.due')} <DateTime value={each.dueAt} as="date" />
            </span>
            <Link
              href={`/staff/disclosures/new?${new URLSearchParams({ duty: each.dutyCode, occasion: each.occasion, category: each.category, title: each.title })}`}
            >
              {t('duties.draft')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
