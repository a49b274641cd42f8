import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listProjectPathEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EditionsPage } from '../edition/pages';

/** All paths of investment projects (项目审批流程) with their versions, also those to come. */
export function PathsPage() {
  const { t } = useTranslation('administration');
  return (
    <EditionsPage
      path="/staff/administration/paths"
      title={t('path.title')}
      lead={t('path.lead')}
      add={t('path.add')}
      editions={useQuery({ ...listProjectPathEditionsOptions(), staleTime: 0 })}
      named={({ path }) => path}
    />
  );
}
