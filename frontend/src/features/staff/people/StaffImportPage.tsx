import { useTranslation } from 'react-i18next';
import { importStaff } from '@/api/generated';
import { Table, Tag } from '@/components';
import { usePageTitle } from '@/lib/title';
import { TableImport } from '../imports/TableImport';

const TONES = { created: 'good', changed: 'blue', unchanged: 'plain' } as const;

/** Bringing people in from a file, with a code for each who is new. */
export function StaffImportPage() {
  const { t } = useTranslation(['people', 'common']);
  usePageTitle(t('import.title'), t('common:site.name'));
  return (
    <TableImport
      id="staff-file"
      register={{ href: '/staff/people', title: t('title') }}
      texts={{ title: t('import.title'), lead: t('import.lead'), columns: t('import.columns') }}
      send={async (wish) => (await importStaff({ body: wish, throwOnError: true })).data}
      sum={({ errorCount, applied, created, changed, unchanged }) =>
        errorCount > 0
          ? t('import.wrong', { count: errorCount })
          : t(applied ? 'import.done' : 'import.clean', { created, changed, unchanged })
      }
    >
      {(report) => (
        <>
          {report.unknownColumns.length > 0 && (
            <p className="quiet">
              {t('import.unknown')} {report.unknownColumns.join(t('and'))}
            </p>
          )}
          {report.people.length > 0 && (
            <>
              {report.applied && report.created > 0 && <p>{t('code.text')}</p>}
              <Table
                caption={t('title')}
                rows={report.people}
                rowKey={(person) => person.account}
                columns={[
                  {
                    key: 'name',
                    header: t('field.name'),
                    rowHeader: true,
                    cell: (person) => person.name,
                  },
                  { key: 'account', header: t('field.account'), cell: (person) => person.account },
                  {
                    key: 'outcome',
                    header: t('import.outcome'),
                    cell: (person) => (
                      <Tag tone={TONES[person.outcome]}>{t(`outcome.${person.outcome}`)}</Tag>
                    ),
                  },
                  {
                    key: 'code',
                    header: t('code.short'),
                    cell: (person) =>
                      person.activationCode ? <code>{person.activationCode}</code> : '–',
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </TableImport>
  );
}
