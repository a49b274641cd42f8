import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  listDepartmentsOptions,
  listDisclosureDutiesOptions,
  listDisclosuresOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, Section, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutyCounts, DutyTable } from './DutyList';
import { DisclosureList } from './List';
import styles from './Disclosure.module.css';

/** What a department publishes and has to: the same page for each. */
export function DepartmentPage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const { code: written = '' } = useParams<{ code: string }>();
  const code = decodeURIComponent(written);
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const department = departments.data?.find((each) => each.code === code);
  const duties = useQuery({
    ...listDisclosureDutiesOptions({ query: { department: code } }),
    staleTime: 0,
  });
  const newest = useQuery({
    ...listDisclosuresOptions({ query: { department: code, limit: 10 } }),
    staleTime: 0,
  });
  usePageTitle(
    department ? t('of', { name: nameText(department) }) : t('title'),
    t('common:site.name'),
  );
  const problem = departments.error ?? duties.error ?? newest.error;
  const all = `/disclosures?department=${encodeURIComponent(code)}`;
  const dutiesPath = `/disclosures/duties?department=${encodeURIComponent(code)}`;
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/disclosures">{t('title')}</Link>
      </p>
      <h1>{department ? <Name of={department} /> : t('title')}</h1>
      {problem && <Problem problem={toProblem(problem)} onRetry={() => void duties.refetch()} />}
      {(departments.isPending || duties.isPending) && <Loading lines={8} />}
      {departments.data && !department && <Empty title={t('noDepartment')} />}
      {department && duties.data && (
        <>
          <p className="lead">{t('departmentLead')}</p>
          <DutyCounts
            counts={duties.data.counts}
            href={(state) => `${dutiesPath}&state=${state}`}
          />
          <Section id="duties" title={t('duties.title')} wide>
            {duties.data.items.length === 0 ? (
              <p>{t('duties.none')}</p>
            ) : (
              <DutyTable items={duties.data.items} ofOne />
            )}
          </Section>
          <Section id="newest" title={t('newest')} wide>
            {newest.data?.items.length === 0 && <p>{t('none')}</p>}
            {newest.data && newest.data.items.length > 0 && (
              <>
                <DisclosureList items={newest.data.items} />
                <p className={styles.ways}>
                  <Link href={all}>{t('allOf', { count: newest.data.total })}</Link>
                </p>
              </>
            )}
          </Section>
        </>
      )}
    </div>
  );
}
