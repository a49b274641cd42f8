import { useTranslation } from 'react-i18next';
import { importCarriers } from '@/api/generated';
import { usePageTitle } from '@/lib/title';
import { TableImport } from '../imports/TableImport';

/** Bringing carriers in from a file. */
export function ImportPage() {
  const { t } = useTranslation(['carriers', 'common']);
  usePageTitle(t('import.title'), t('common:site.name'));
  return (
    <TableImport
      id="carriers-file"
      register={{ href: '/staff/carriers', title: t('title') }}
      texts={{ title: t('import.title'), lead: t('import.lead'), columns: t('import.columns') }}
      send={async (wish) => (await importCarriers({ body: wish, throwOnError: true })).data}
      sum={({ errorCount, applied, created, changed, unchanged }) =>
        errorCount > 0
          ? t('import.wrong', { count: errorCount })
          : t(applied ? 'import.done' : 'import.clean', { created, changed, unchanged })
      }
    />
  );
}
