import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listJointThemeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EditionsPage } from '../edition/pages';

/** All themes with their versions, also those to come. */
export function ThemesPage() {
  const { t } = useTranslation('joint');
  return (
    <EditionsPage
      path="/staff/administration/themes"
      title={t('edit.title')}
      lead={t('edit.lead')}
      add={t('edit.add')}
      editions={useQuery({ ...listJointThemeEditionsOptions(), staleTime: 0 })}
      named={({ theme }) => theme}
    />
  );
}
