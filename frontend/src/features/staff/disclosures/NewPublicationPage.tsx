import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { newIdempotencyKey } from '@/api/setup';
import { draftPublication } from '@/api/generated';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useAccount } from '../shell/SignedInAs';
import { ContentForm } from './ContentForm';
import { publicationPath } from './words';
import styles from './Publications.module.css';

/** A first draft, of a duty where one comes from it. */
export function NewPublicationPage() {
  const { t } = useTranslation(['disclosures', 'common']);
  const account = useAccount();
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const [key] = useState(newIdempotencyKey);
  usePageTitle(t('form.new'), t('common:site.name'));
  const asked = (name: string) => parameters.get(name) ?? '';
  const title = asked('title') && `${asked('title')} ${asked('occasion')}`;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/disclosures">{t('list.title')}</Link>
      </p>
      <h1>{t('form.new')}</h1>
      <ContentForm
        department={account.departmentCode ?? ''}
        initial={{
          title,
          body: '',
          categories: asked('category') ? [asked('category')] : [],
          dutyCode: asked('duty'),
          occasion: asked('occasion'),
        }}
        onSave={async (body) => {
          const { data } = await draftPublication({
            body,
            headers: { 'Idempotency-Key': key },
            throwOnError: true,
          });
          return data;
        }}
        onSaved={(saved) => navigate(publicationPath(saved.row.number))}
      />
    </div>
  );
}
