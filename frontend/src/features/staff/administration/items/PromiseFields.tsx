import { LimitAt, LinesAt, SelectAt, TextAt } from '../form/fields';
import { useAt } from '../form/FormScope';
import { useWords } from '../useWords';
import styles from './ItemFields.module.css';

/** On what promises an item is accepted and decided, and what a breach does (告知承诺、容缺后补). */
export function PromiseFields() {
  const { t } = useWords();
  const { value, set } = useAt<object>('/content/promise');
  const id = 'item-takes-promises';
  return (
    <div className={styles.fields}>
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value !== undefined && value !== null}
          onChange={({ target }) =>
            set(target.checked ? { conditions: [], replaces: [], breach: 'hold' } : undefined)
          }
        />{' '}
        {t('item.section.promise')}
      </label>
      {value && (
        <>
          <LinesAt at="/content/promise/conditions" label={t('item.promise.conditions')} optional />
          <LinesAt at="/content/promise/replaces" label={t('item.promise.replaces')} optional />
          <LimitAt at="/content/promise/checkLimit" label={t('item.promise.check')} />
          <SelectAt
            at="/content/promise/breach"
            label={t('item.promise.breach')}
            options={[
              { value: 'hold', label: t('item.promise.hold') },
              { value: 'end', label: t('item.promise.end') },
            ]}
          />
          <TextAt
            at="/content/promise/consequences"
            label={t('item.promise.consequences')}
            optional
            lang="zh-CN"
          />
        </>
      )}
    </div>
  );
}
