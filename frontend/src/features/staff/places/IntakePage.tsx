import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place, Receipt } from '@/api/generated';
import {
  getPlaceOptions,
  getPowerItemOptions,
  listCrossRegionItemsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem, SelectField, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { IntakeDone } from './IntakeDone';
import { IntakeForm } from './IntakeForm';
import styles from './Places.module.css';
import { useAccount } from '../shell/SignedInAs';
import { useOwnPlaces } from './useOwnPlaces';

function Choose({ place, onDone }: { place: Place; onDone: (receipt: Receipt) => void }) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const [code, setCode] = useState('');
  const detail = useQuery(getPlaceOptions({ path: { code: place.code } }));
  const offers = (detail.data?.offers ?? []).filter((each) => each.handIn);
  const offer = offers.find((each) => each.itemCode === code);
  const centre = place.kind !== 'villageRoom';
  const { data: marked } = useQuery({ ...listCrossRegionItemsOptions(), enabled: centre });
  // What a letter entrusts this place with needs no further permission.
  const everywhere = (marked ?? []).filter(
    (each) => !offers.some((other) => other.itemCode === each.itemCode && !other.own),
  );
  const anywhere = everywhere.find((each) => each.itemCode === code);
  const onlyElsewhere = everywhere.filter(
    (each) => !offers.some((other) => other.itemCode === each.itemCode),
  );
  const item = useQuery({ ...getPowerItemOptions({ path: { code } }), enabled: code !== '' });
  if (detail.isPending) return <Loading lines={3} />;
  if (detail.error) return <Problem problem={toProblem(detail.error)} />;
  if (offers.length === 0 && onlyElsewhere.length === 0) return <p>{t('intake.nothing')}</p>;
  return (
    <>
      <SelectField
        label={t('intake.item')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      >
        <option value="">{t('intake.choose')}</option>
        {offers.map((each) => (
          <option key={each.itemCode} value={each.itemCode}>
            {nameText({ name: each.itemName, nameEn: each.itemNameEn })}
          </option>
        ))}
        {onlyElsewhere.length > 0 && (
          <optgroup label={t('elsewhere.items')}>
            {onlyElsewhere.map((each) => (
              <option key={each.itemCode} value={each.itemCode}>
                {nameText({ name: each.itemName, nameEn: each.itemNameEn })}
              </option>
            ))}
          </optgroup>
        )}
      </SelectField>
      {item.error && <Problem problem={toProblem(item.error)} />}
      {code && item.isPending && <Loading lines={4} />}
      {(offer ?? anywhere) && item.data && (
        <IntakeForm
          key={`${place.code}/${code}`}
          place={place}
          offer={offer}
          anywhere={anywhere}
          item={item.data}
          onDone={onDone}
        />
      )}
    </>
  );
}

/** Taking in at the window of a township or village, for whoever came or has agreed. */
export function IntakePage() {
  const { t } = useTranslation(['place', 'common']);
  const nameText = useNameText();
  usePageTitle(t('intake.title'), t('common:site.name'));
  const places = useOwnPlaces();
  const hall = useAccount().posts.includes('hall');
  const all = (places.data?.items ?? []).filter((place) => (place.kind === 'cityHall') === hall);
  const [code, setCode] = useState('');
  const [receipt, setReceipt] = useState<Receipt>();
  const place = all.find((each) => each.code === code) ?? all[0];
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('intake.title')}</h1>
      <p className="lead">{t('intake.lead')}</p>
      {places.isPending && <Loading lines={4} />}
      {places.error && <Problem problem={toProblem(places.error)} />}
      {receipt ? (
        <IntakeDone receipt={receipt} onAnother={() => setReceipt(undefined)} />
      ) : (
        place && (
          <div className={styles.form}>
            <SelectField
              label={t('intake.place')}
              value={place.code}
              onChange={({ target }) => setCode(target.value)}
            >
              {all.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameText(each)}
                </option>
              ))}
            </SelectField>
            <Choose key={place.code} place={place} onDone={setReceipt} />
          </div>
        )
      )}
    </div>
  );
}
