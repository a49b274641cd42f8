import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { Loading, Problem } from '@/components';
import { DocumentReader } from '@/components/document';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './CaseDocumentPage.module.css';
import { useCaseDocuments } from './useCaseDocuments';

/** A document of a case on the clerk's desk, to read or to print. */
export function CaseDocumentPage() {
  const { t } = useTranslation(['documents', 'common']);
  const { number = '', id = '' } = useParams<{ number: string; id: string }>();
  const language = useLanguage();
  const { data, error, refetch } = useCaseDocuments(number);
  const document = data?.items.find((each) => each.id === id);
  const title = document && (language === 'en' ? document.titleEn : document.title);
  usePageTitle(document ? `${title} ${document.number}` : t('title'), t('common:site.name'));
  const back = `/staff/cases/${number}`;
  if (document) {
    return (
      <div className="wrap">
        {document.addressee?.includes('*') && (
          <p className={`${styles.masked} no-print`}>{t('reader.masked')}</p>
        )}
        <DocumentReader document={document} back={back} backText={t('reader.toCase')} />
      </div>
    );
  }
  const problem = error ? toProblem(error) : undefined;
  const missing = data !== undefined || problem?.status === 404;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{missing ? t('reader.notFound') : t('title')}</h1>
      {missing ? (
        <Link href={back}>{t('reader.toCase')}</Link>
      ) : problem ? (
        <Problem problem={problem} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </div>
  );
}
