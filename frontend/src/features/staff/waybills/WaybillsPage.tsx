import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listOpenWaybillsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, ButtonLink, Empty, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useAccount } from '../shell/SignedInAs';
import { Marks } from './Marks';
import styles from './Waybills.module.css';

/** Paper under way to or from where one works, what is late first; a hall's general window takes in from here. */
export function WaybillsPage() {
  const { t } = useTranslation(['waybill', 'common']);
  const hall = useAccount().posts.includes('hall');
  usePageTitle(t('page'), t('common:site.name'));
  const found = useQuery({ ...listOpenWaybillsOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('page')}</h1>
        {hall && <ButtonLink href="/staff/waybills/intake">{t('intake')}</ButtonLink>}
      </div>
      <p className="lead">{t('lead')}</p>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data?.length === 0 && <Empty title={t('nothing')} />}
      {found.data?.map((one) => (
        <section key={one.id} className={styles.part} aria-labelledby={`waybill-${one.id}`}>
          <h2 id={`waybill-${one.id}`} className={styles.what}>
            <Link href={`/staff/cases/${one.caseNumber}`}>
              <Bilingual chinese={one.itemName} english={one.itemNameEn} /> {one.caseNumber}
            </Link>
          </h2>
          <Marks of={one} onDone={() => void found.refetch()} />
        </section>
      ))}
    </div>
  );
}
