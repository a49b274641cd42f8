import { useQuery } from '@tanstack/react-query';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintCategory } from '@/api/generated';
import {
  listComplaintCategoriesOptions,
  suggestComplaintCategoriesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, SelectField } from '@/components';
import styles from '../matters/Matters.module.css';

const named = ({ path }: ComplaintCategory) => path.join(' › ');

/** What a complaint is about: what the machine suggests, and all there is. A person decides. */
export function CategoryField({
  complaintNumber,
  id,
  value,
  error,
  onChange,
}: {
  complaintNumber: string;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (code: string) => void;
}) {
  const { t } = useTranslation('earlier');
  const all = useQuery(listComplaintCategoriesOptions());
  const suggested = useQuery({
    ...suggestComplaintCategoriesOptions({ path: { complaintNumber } }),
    staleTime: 0,
  });
  if (!all.data?.length) return null;
  const groups = all.data.filter((each) => each.path.length === 1);
  return (
    <div>
      <SelectField
        id={id}
        label={t('category.label')}
        hint={t('category.hint')}
        optional
        value={value}
        error={error}
        onChange={({ target }: ChangeEvent<HTMLSelectElement>) => onChange(target.value)}
      >
        <option value="">{t('category.choose')}</option>
        {groups.map((group) => (
          <optgroup key={group.code} label={group.name}>
            {all.data
              .filter((each) => each.code.startsWith(group.code))
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {named(each)}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      {suggested.data && suggested.data.items.length > 0 && (
        <div role="group" aria-label={t('category.suggested')} className={styles.ways}>
          <span className="quiet">{t('category.suggested')}</span>
          {suggested.data.items.map((each) => (
            <Button
              key={each.code}
              look={each.code === value ? 'primary' : 'secondary'}
              aria-pressed={each.code === value}
              onClick={() => onChange(each.code)}
            >
              <span lang="zh-CN">{named(each)}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
