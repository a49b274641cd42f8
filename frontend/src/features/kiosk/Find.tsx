import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerItemSummary } from '@/api/generated';
import {
  getJointThemeOptions,
  listDepartmentsOptions,
  listJointThemesOptions,
  searchPowerItemsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Name } from '@/components';
import styles from './Kiosk.module.css';
import { Letters, LETTERS } from './Letters';
import { Asked, Choice, Tile } from './parts';
import type { Step } from './steps';

interface Going {
  go: (step: Step) => void;
}

const SHOWN = 12;
const OF_DEPARTMENT = 50;
const LONGEST = 12;

function Items({ items, go }: { items: readonly PowerItemSummary[] } & Going) {
  return (
    <Choice rows>
      {items.map((item) => (
        <Tile key={item.code} onTouch={() => go({ at: 'item', code: item.code })}>
          <b>
            <Name of={item} />
          </b>
          <span>
            <Name of={item.department} />
          </span>
        </Tile>
      ))}
    </Choice>
  );
}

/** An item by the first letters of its syllables: SPJY finds 食品经营许可. */
export function Find({ go }: Going) {
  const { t } = useTranslation('kiosk');
  const [letters, setLetters] = useState('');
  const found = useQuery({
    ...searchPowerItemsOptions({ query: { q: letters.toLowerCase(), limit: SHOWN } }),
    enabled: letters.length > 0,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{t('find.title')}</h1>
      <div className={styles.ways}>
        <button type="button" onClick={() => go({ at: 'departments' })}>
          {t('find.byDepartment')}
        </button>
        <button type="button" onClick={() => go({ at: 'themes' })}>
          {t('find.byTheme')}
        </button>
      </div>
      <p className="lead">{t('find.lead')}</p>
      <output className={styles.typed} aria-label={t('find.typed')}>
        {letters || '—'}
      </output>
      <Letters
        signs={LETTERS}
        onSign={(sign) => setLetters((letters + sign).slice(0, LONGEST))}
        onBack={() => setLetters(letters.slice(0, -1))}
        onClear={() => setLetters('')}
      />
      {letters && (
        <Asked of={found}>
          {({ items, total }) => (
            <>
              <p role="status">
                {items.length === 0 ? t('find.none') : t('find.found', { count: total })}
              </p>
              <Items items={items} go={go} />
            </>
          )}
        </Asked>
      )}
    </>
  );
}

export function Departments({ go }: Going) {
  const { t } = useTranslation('kiosk');
  const departments = useQuery(listDepartmentsOptions());
  return (
    <>
      <h1>{t('find.byDepartment')}</h1>
      <Asked of={departments}>
        {(all) => (
          <Choice>
            {all.map((one) => (
              <Tile key={one.code} onTouch={() => go({ at: 'department', code: one.code })}>
                <b>
                  <Name of={one} />
                </b>
              </Tile>
            ))}
          </Choice>
        )}
      </Asked>
    </>
  );
}

export function Department({ code, go }: { code: string } & Going) {
  const { t } = useTranslation('kiosk');
  const departments = useQuery(listDepartmentsOptions());
  const found = useQuery(
    searchPowerItemsOptions({ query: { department: code, limit: OF_DEPARTMENT } }),
  );
  const department = departments.data?.find((one) => one.code === code);
  return (
    <>
      <h1>{department ? <Name of={department} /> : t('find.byDepartment')}</h1>
      <Asked of={found}>
        {({ items }) =>
          items.length === 0 ? <p>{t('find.none')}</p> : <Items items={items} go={go} />
        }
      </Asked>
    </>
  );
}

export function Themes({ go }: Going) {
  const { t } = useTranslation('kiosk');
  const themes = useQuery(listJointThemesOptions());
  return (
    <>
      <h1>{t('find.byTheme')}</h1>
      <Asked of={themes}>
        {(all) => (
          <Choice>
            {all.map((one) => (
              <Tile key={one.code} onTouch={() => go({ at: 'theme', code: one.code })}>
                <b>
                  <Name of={one} />
                </b>
                <span>{t('find.items', { count: one.items })}</span>
              </Tile>
            ))}
          </Choice>
        )}
      </Asked>
    </>
  );
}

export function Theme({ code, go }: { code: string } & Going) {
  const theme = useQuery(getJointThemeOptions({ path: { code } }));
  return (
    <Asked of={theme}>
      {(one) => (
        <>
          <h1>
            <Name of={one} />
          </h1>
          {one.summary && (
            <p className="lead">
              <Bilingual chinese={one.summary} english={one.summaryEn} />
            </p>
          )}
          <Choice rows>
            {one.items.map((item) => (
              <Tile key={item.itemCode} onTouch={() => go({ at: 'item', code: item.itemCode })}>
                <b>
                  <Name of={item} />
                </b>
                <span>
                  <Name of={item.department} />
                </span>
              </Tile>
            ))}
          </Choice>
        </>
      )}
    </Asked>
  );
}
