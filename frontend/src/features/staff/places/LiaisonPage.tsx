import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameLiaisonOfficer, releaseLiaisonOfficer } from '@/api/generated';
import {
  listDepartmentsOptions,
  listLiaisonOfficersOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
  TextField,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { PreviewDialog } from './PreviewDialog';

function NameDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const [body, setBody] = useState({ departmentCode: '', account: '', telephone: '' });
  const field = (name: keyof typeof body, error: string | undefined) => ({
    value: body[name],
    error,
    onChange: ({ target }: { target: { value: string } }) =>
      setBody({ ...body, [name]: target.value }),
  });
  return (
    <PreviewDialog
      title={t('liaison.name')}
      onDone={onDone}
      onClose={onClose}
      send={async (dryRun) =>
        (await nameLiaisonOfficer({ body, query: { dryRun }, throwOnError: true })).data
      }
    >
      {(errorOf) => (
        <>
          <SelectField
            label={t('liaison.department')}
            {...field('departmentCode', errorOf('departmentCode'))}
          >
            <option value="">{t('intake.choose')}</option>
            {departments.data?.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('liaison.account')}
            maxLength={100}
            {...field('account', errorOf('account'))}
          />
          <TextField
            label={t('liaison.telephone')}
            maxLength={40}
            {...field('telephone', errorOf('telephone'))}
          />
        </>
      )}
    </PreviewDialog>
  );
}

/** Whom to turn to in each department. */
export function LiaisonPage() {
  const { t } = useTranslation(['place', 'common']);
  const account = useAccount();
  const [naming, setNaming] = useState(false);
  usePageTitle(t('liaison.title'), t('common:site.name'));
  const manages = mayAny(account, ['places.manage']);
  const officers = useQuery(listLiaisonOfficersOptions());
  const release = useMutation({
    mutationFn: (id: string) => releaseLiaisonOfficer({ path: { id }, throwOnError: true }),
    onSettled: () => void officers.refetch(),
  });
  const error = officers.error ?? release.error;
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('liaison.title')}</h1>
        {manages && <Button onClick={() => setNaming(true)}>{t('liaison.name')}</Button>}
      </div>
      <p className="lead">{t('liaison.lead')}</p>
      {officers.isPending && <Loading lines={6} />}
      {error && <Problem problem={toProblem(error)} />}
      {officers.data?.length === 0 && <Empty title={t('liaison.none')} />}
      {officers.data && officers.data.length > 0 && (
        <Table
          caption={t('liaison.title')}
          rows={officers.data}
          rowKey={(officer) => officer.id}
          columns={[
            {
              key: 'department',
              header: t('liaison.department'),
              rowHeader: true,
              cell: (officer) => <Name of={officer.department} />,
            },
            {
              key: 'who',
              header: t('liaison.who'),
              cell: (officer) => (
                <>
                  <Bilingual chinese={officer.name} english={officer.nameEn} />
                  {officer.title && (
                    <span className="quiet small" lang="zh-CN">
                      {' '}
                      {officer.title}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'telephone',
              header: t('liaison.telephone'),
              cell: (officer) => <a href={`tel:${officer.telephone}`}>{officer.telephone}</a>,
            },
            ...(manages
              ? [
                  {
                    key: 'release',
                    header: t('liaison.release'),
                    cell: (officer: { id: string; name: string }) => (
                      <Button look="quiet" onClick={() => release.mutate(officer.id)}>
                        {t('liaison.release')}
                        <span className="visually-hidden"> {officer.name}</span>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {naming && (
        <NameDialog
          onDone={() => {
            setNaming(false);
            void officers.refetch();
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}
