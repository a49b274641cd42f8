import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CrossRegionItem, Place, PlaceOffer, Region } from '@/api/generated';
import { listRegionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Choices, SelectField, useNameText } from '@/components';
import { CheckGroup } from './CheckGroup';

/** How the result of a case that another region decides reaches the applicant. */
export type ResultWay = 'home' | 'here' | 'courier';

/** What is said of a case that another region decides; no region while this one does. */
export interface Elsewhere {
  region: string;
  checked: boolean;
  result: ResultWay;
}

export const HERE: Elsewhere = { region: '', checked: false, result: 'home' };

/** What goes to the server of it. */
export function elsewhereBody(place: Place, elsewhere: Elsewhere) {
  return elsewhere.region === ''
    ? {}
    : {
        regionCode: elsewhere.region,
        checked: elsewhere.checked,
        ...(elsewhere.result === 'here' && { collectAt: place.code }),
        ...(elsewhere.result === 'courier' && { courier: true }),
      };
}

/** Which region decides what is taken in here (跨区域通办), what was checked, and where the result goes. */
export function ElsewhereFields({
  place,
  offer,
  anywhere,
  value,
  errors,
  onChange,
}: {
  place: Place;
  offer: PlaceOffer | undefined;
  anywhere: CrossRegionItem;
  value: Elsewhere;
  errors: Record<string, string>;
  onChange: (value: Elsewhere) => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const { data } = useQuery({ ...listRegionsOptions(), staleTime: 300_000 });
  const regions = data ?? [];
  const own = regions.find((region) => region.code === place.regionCode);
  // A county's hall takes in what its own townships decide as usual; the city's takes in theirs too.
  const hall = place.kind === 'cityHall';
  const others = regions.filter(
    (region) =>
      region.level === 'township' &&
      region.code !== place.regionCode &&
      !(hall && region.parentCode === place.regionCode),
  );
  const option = (region: Region) => (
    <option key={region.code} value={region.code}>
      {nameText(region)}
    </option>
  );
  const ways: readonly ResultWay[] = anywhere.collect
    ? ['here', 'courier', 'home']
    : ['courier', 'home'];
  return (
    <>
      <SelectField
        id="intake-regionCode"
        label={t('elsewhere.region')}
        hint={t('elsewhere.hint', { basis: anywhere.basis })}
        error={errors.regionCode}
        value={value.region}
        onChange={({ target }) => onChange({ ...value, region: target.value })}
      >
        <option value="">{t(offer ? 'elsewhere.here' : 'intake.choose')}</option>
        {hall && regions.filter((region) => region.level === 'city' && region !== own).map(option)}
        {regions
          .filter((region) => region.level === 'county')
          .map((county) => (
            <optgroup key={county.code} label={nameText(county)}>
              {county.code !== (hall ? own?.code : own?.parentCode) && option(county)}
              {others.filter((region) => region.parentCode === county.code).map(option)}
            </optgroup>
          ))}
      </SelectField>
      {value.region !== '' && (
        <>
          <div>
            <CheckGroup
              legend={<span id="intake-checked">{t('elsewhere.check')}</span>}
              choices={[{ value: 'checked', label: t('elsewhere.checked') }]}
              chosen={value.checked ? ['checked'] : []}
              onChange={(chosen) => onChange({ ...value, checked: chosen.length > 0 })}
            />
            {errors.checked && <p role="alert">{errors.checked}</p>}
          </div>
          <Choices
            name="result"
            legend={t('elsewhere.result')}
            choices={ways.map((way) => ({ value: way, label: t(`elsewhere.way.${way}`) }))}
            value={value.result}
            onChange={(result) => onChange({ ...value, result })}
          />
        </>
      )}
    </>
  );
}
