import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listFeeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EditionsPage } from '../edition/pages';

/** All fee standards (收费标准) with their versions, also those to come. */
export function FeesPage() {
  const { t } = useTranslation('administration');
  return (
    <EditionsPage
      path="/staff/administration/fees"
      title={t('fee.title')}
      lead={t('fee.lead')}
      add={t('fee.add')}
      editions={useQuery({ ...listFeeEditionsOptions(), staleTime: 0 })}
      named={({ fee }) => fee}
    />
  );
}
