import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listSubProcessEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { SubProcessUse } from '@/api/generated';
import { Name } from '@/components';
import { EditionsPage } from '../edition/pages';
import { named } from './library';

/** Where each version is gone through. */
function Uses({ uses }: { uses: readonly SubProcessUse[] }) {
  const { t } = useTranslation('library');
  if (uses.length === 0) return <p className="quiet">{t('unused')}</p>;
  return (
    <>
      <p>{t('uses', { count: uses.length })}</p>
      <ul>
        {uses.map((use) => (
          <li key={`${use.itemCode} ${use.itemVersion}`}>
            <Link href={`/staff/administration/flows/${encodeURIComponent(use.itemCode)}`}>
              <Name of={{ name: use.itemName, nameEn: use.itemNameEn }} />
            </Link>{' '}
            <span className="quiet">
              {t('use', { item: use.itemVersion, version: use.libraryVersion })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The city's library of sub-processes (子流程库), each with its versions and where it is used. */
export function LibraryPage() {
  const { t } = useTranslation('library');
  const editions = useQuery({ ...listSubProcessEditionsOptions(), staleTime: 0 });
  return (
    <EditionsPage
      path="/staff/administration/sub-processes"
      title={t('title')}
      lead={t('lead')}
      add={t('add')}
      editions={editions}
      named={named}
      more={(code) => <Uses uses={editions.data?.find((one) => one.code === code)?.usedBy ?? []} />}
    />
  );
}
