import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listSupervisedCasesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Problem, SelectField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { useDepartments } from '../supervision/words';
import { CLOCKS } from './clocks';
import { CaseTable } from './DeskPage';
import styles from './Desk.module.css';

/** The open cases behind a number of the centre; each leads to its own page with all that happened. */
export function CasesPage() {
  const { t } = useTranslation(['centre', 'common']);
  const { text, put } = useFilters();
  const departments = useDepartments();
  usePageTitle(t('cases.title'), t('common:site.name'));
  const department = text('department');
  const region = text('region');
  const clock = CLOCKS.find((each) => each === text('clock'));
  const found = useQuery({
    ...listSupervisedCasesOptions({
      query: {
        ...(department && { department }),
        ...(region && { region }),
        ...(clock && { clock }),
      },
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/supervision">{t('title')}</Link>
      </p>
      <h1>{t('cases.title')}</h1>
      {department && <p className="lead">{departments.text(department)}</p>}
      <div className={styles.filters}>
        <SelectField
          label={t('clocks')}
          value={clock ?? ''}
          onChange={({ target }) => put('clock', target.value)}
        >
          <option value="">{t('all')}</option>
          {CLOCKS.map((each) => (
            <option key={each} value={each}>
              {t(`clock.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data &&
        (found.data.items.length === 0 ? (
          <Empty title={t('noCases')} />
        ) : (
          <>
            <p role="status">
              {t('cases.count', { count: found.data.total, shown: found.data.items.length })}
            </p>
            <CaseTable caption={t('cases.title')} rows={found.data.items} />
          </>
        ))}
    </div>
  );
}
