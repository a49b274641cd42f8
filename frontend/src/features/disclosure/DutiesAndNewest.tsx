import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DisclosurePage, DutyCalendar } from '@/api/generated';
import { Section } from '@/components';
import { DutyCounts, DutyTable } from './DutyList';
import { DisclosureList } from './List';
import styles from './Disclosure.module.css';

/** What has to be published of a department or a category, whether it was, and what came last. */
export function DutiesAndNewest({
  duties,
  newest,
  of,
  ofOneDepartment = false,
}: {
  duties: DutyCalendar;
  newest: DisclosurePage | undefined;
  /** Which, as addresses of the lists have it: category=budget. */
  of: string;
  ofOneDepartment?: boolean;
}) {
  const { t } = useTranslation('disclosure');
  return (
    <>
      <DutyCounts
        counts={duties.counts}
        href={(state) => `/disclosures/duties?${of}&state=${state}`}
      />
      <Section id="duties" title={t('duties.title')} wide>
        {duties.items.length === 0 ? (
          <p>{t('duties.none')}</p>
        ) : (
          <DutyTable items={duties.items} ofOne={ofOneDepartment} />
        )}
      </Section>
      <Section id="newest" title={t('newest')} wide>
        {newest?.items.length === 0 && <p>{t('none')}</p>}
        {newest && newest.items.length > 0 && (
          <>
            <DisclosureList items={newest.items} />
            <p className={styles.ways}>
              <Link href={`/disclosures?${of}`}>{t('allOf', { count: newest.total })}</Link>
            </p>
          </>
        )}
      </Section>
    </>
  );
}
