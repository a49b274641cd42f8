import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listItemPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { ItemPlace, PowerItem } from '@/api/generated';
import { SelectField, useNameText } from '@/components';
import type { ErrorOf } from './ApplicantFields';
import { fieldId } from './checks';
import type { DraftHandle } from './useDraft';

/** Places where the result can be collected; empty while it can only be at the department's window. */
export function useCollectPlaces(item: PowerItem): readonly ItemPlace[] {
  const { data } = useQuery({
    ...listItemPlacesOptions({ path: { code: item.code } }),
    staleTime: 300_000,
  });
  return (data ?? []).filter((each) => each.collect);
}

/** Where one wants to collect the result (延伸式, B7). */
export function CollectField({
  places,
  handle,
  errorOf,
}: {
  places: readonly ItemPlace[];
  handle: DraftHandle;
  errorOf: ErrorOf;
}) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  return (
    <SelectField
      id={fieldId('collectAt')}
      name="collectAt"
      label={t('apply.collectAt')}
      hint={t('apply.collectHint')}
      error={errorOf('collectAt')}
      width="medium"
      value={handle.draft.collectAt ?? ''}
      onChange={({ target }) => handle.change({ collectAt: target.value || undefined })}
    >
      <option value="">{t('apply.collectWindow')}</option>
      {places.map((each) => (
        <option key={each.place.code} value={each.place.code}>
          {nameText(each.place)}
        </option>
      ))}
    </SelectField>
  );
}
