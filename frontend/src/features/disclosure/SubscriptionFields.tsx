import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SubscriptionChoice } from '@/api/generated';
import {
  listDepartmentsOptions,
  listDisclosureDutiesOptions,
  listRegionsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Checks, SelectField, useNameText } from '@/components';
import { useCategories } from './words';
import styles from './Disclosure.module.css';

const WHAT = ['publications', 'bulletin'] as const;

/** What one wants to hear of; nothing chosen in a list is everything. */
export function SubscriptionFields({
  choice,
  errors,
  onChange,
}: {
  choice: SubscriptionChoice;
  /** By field. */
  errors: Record<string, string>;
  onChange: (choice: SubscriptionChoice) => void;
}) {
  const { t } = useTranslation('subscription');
  const nameText = useNameText();
  const categories = useCategories();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const regions = useQuery({ ...listRegionsOptions(), staleTime: Infinity });
  const duties = useQuery({ ...listDisclosureDutiesOptions(), staleTime: 60_000 });
  const kept = new Map((duties.data?.items ?? []).map((each) => [each.dutyCode, each]));
  const lists = [
    {
      key: 'categories' as const,
      choices: (categories.all ?? []).map((each) => ({ value: each.code, label: nameText(each) })),
    },
    {
      key: 'departments' as const,
      choices: (departments.data ?? []).map((each) => ({
        value: each.code,
        label: nameText(each),
      })),
    },
    {
      key: 'regions' as const,
      // Those that have a department of their own.
      choices: (regions.data ?? [])
        .filter((region) => departments.data?.some((each) => each.regionCode === region.code))
        .map((each) => ({ value: each.code, label: nameText(each) })),
    },
  ];
  return (
    <>
      <Checks
        id="subscription-publications"
        legend={t('what')}
        error={errors['choice.publications']}
        choices={WHAT.map((value) => ({ value, label: t(`of.${value}`) }))}
        values={WHAT.filter((each) => choice[each])}
        onChange={(chosen) =>
          onChange({
            ...choice,
            publications: chosen.includes('publications'),
            bulletin: chosen.includes('bulletin'),
          })
        }
      />
      {choice.publications && (
        <>
          {lists.map(({ key, choices }) => (
            <details key={key} className={styles.some} open={!!errors[`choice.${key}`]}>
              <summary>
                {t(`only.${key}`)}{' '}
                <span className="quiet">
                  {choice[key]?.length ? t('chosen', { count: choice[key].length }) : t('all')}
                </span>
              </summary>
              <div className={styles.columns}>
                <Checks
                  id={`subscription-${key}`}
                  legend={<span className="visually-hidden">{t(`only.${key}`)}</span>}
                  error={errors[`choice.${key}`]}
                  choices={choices}
                  values={choice[key] ?? []}
                  onChange={(chosen) => onChange({ ...choice, [key]: chosen })}
                />
              </div>
            </details>
          ))}
          <SelectField
            id="subscription-dutyCode"
            label={t('only.duty')}
            error={errors['choice.dutyCode']}
            value={choice.dutyCode ?? ''}
            onChange={({ target }) => onChange({ ...choice, dutyCode: target.value })}
          >
            <option value="">{t('all')}</option>
            {[...kept.values()].map((each) => (
              <option key={each.dutyCode} value={each.dutyCode}>
                {nameText(each.department)} {nameText({ name: each.title, nameEn: each.titleEn })}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </>
  );
}
