import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  listDepartmentsOptions,
  listDisclosureDutiesOptions,
  listDisclosuresOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { DutiesAndNewest } from './DutiesAndNewest';
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
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/disclosures">{t('title')}</Link>
      </p>
      <h1>{department ? <Name of={department} /> : t('title')}</h1>
      {problem && (
        <Problem
          problem={toProblem(problem)}
          onRetry={() =>
            void Promise.all([departments.refetch(), duties.refetch(), newest.refetch()])
          }
        />
      )}
      {(departments.isPending || duties.isPending) && <Loading lines={8} />}
      {departments.data && !department && <Empty title={t('noDepartment')} />}
      {department && duties.data && (
        <>
          <p className="lead">{t('departmentLead')}</p>
          <DutiesAndNewest
            duties={duties.data}
            newest={newest.data}
            of={`department=${encodeURIComponent(code)}`}
            ofOneDepartment
          />
        </>
      )}
    </div>
  );
}
