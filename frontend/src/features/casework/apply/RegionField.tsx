import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRegionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { Flow, PowerItem, Region } from '@/api/generated';
import { SelectField, useNameText } from '@/components';
import type { ErrorOf } from './ApplicantFields';
import { fieldId } from './checks';
import type { DraftHandle } from './useDraft';

const LOCAL_POSTS = new Set(['township', 'agent']);

/** Whether a township or a village handles a step, so that it must be known which. */
export function isHandledLocally(flow: Flow | undefined): boolean {
  return flow?.steps.some((step) => step.post && LOCAL_POSTS.has(step.post.code)) ?? false;
}

/** The significant part of a region code: two digits each for province, city, county; three for the rest. */
function prefix(code: string): string {
  const end = [2, 4, 6, 9].find((length) => /^0*$/.test(code.slice(length)));
  return code.slice(0, end);
}

/** Which township, and there which village. */
export function RegionField({
  item,
  handle,
  errorOf,
}: {
  item: PowerItem;
  handle: DraftHandle;
  errorOf: ErrorOf;
}) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  const { data } = useQuery({ ...listRegionsOptions(), staleTime: 300_000 });
  const regions = (data ?? []).filter((region) => region.code.startsWith(prefix(item.region.code)));
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const chosen = byCode.get(handle.draft.regionCode);
  const township = chosen?.level === 'village' ? byCode.get(chosen.parentCode ?? '') : chosen;
  const below = (parent: Region | undefined, level: Region['level']) =>
    regions.filter(
      (region) => region.level === level && (!parent || region.parentCode === parent.code),
    );
  const counties = below(undefined, 'county');
  const villages = township ? below(township, 'village') : [];
  const option = (region: Region) => (
    <option key={region.code} value={region.code}>
      {nameText(region)}
    </option>
  );
  return (
    <>
      <SelectField
        id={fieldId('regionCode')}
        name="regionCode"
        label={t('apply.township')}
        hint={t('apply.townshipHint')}
        error={errorOf('regionCode')}
        width="medium"
        value={township?.code ?? ''}
        onChange={(event) => handle.change({ regionCode: event.target.value })}
      >
        <option value="">{t('apply.choose')}</option>
        {counties.length > 0
          ? counties.map((county) => (
              <optgroup key={county.code} label={nameText(county)}>
                {below(county, 'township').map(option)}
              </optgroup>
            ))
          : below(undefined, 'township').map(option)}
      </SelectField>
      {villages.length > 0 && (
        <SelectField
          name="village"
          label={t('apply.village')}
          optional
          width="medium"
          value={chosen?.level === 'village' ? chosen.code : ''}
          onChange={(event) =>
            handle.change({ regionCode: event.target.value || (township?.code ?? '') })
          }
        >
          <option value="">{t('apply.choose')}</option>
          {villages.map(option)}
        </SelectField>
      )}
    </>
  );
}
