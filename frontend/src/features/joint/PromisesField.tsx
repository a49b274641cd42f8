import { useTranslation } from 'react-i18next';
import type { JointMaterial, JointTheme, JointThemeItem } from '@/api/generated';
import { Loading, Name, Problem, TextField, useNameText } from '@/components';
import { ConditionsField, PromiseText } from '@/components/promise';
import papers from '@/components/promise/Promise.module.css';
import { toProblem } from '@/lib/problem';
import styles from './Joint.module.css';
import type { Promises } from './usePromises';

/** The materials that a promise of the item's conditions stands for. */
function replacedBy(theme: JointTheme, item: JointThemeItem): JointMaterial[] {
  return theme.materials.filter((material) =>
    material.usedBy.some(
      (use) => use.itemCode === item.itemCode && item.promise?.replaces.includes(use.code),
    ),
  );
}

/** What is promised item by item, each text, and one signature under all of them. */
export function PromisesField({
  theme,
  items,
  promises,
  error,
}: {
  theme: JointTheme;
  items: readonly JointThemeItem[];
  promises: Promises;
  error: string | undefined;
}) {
  const { t } = useTranslation(['joint', 'promise']);
  const nameText = useNameText();
  const { word, change, all } = promises;
  const shown = items.filter(
    (item) =>
      (item.promise?.conditions.length ?? 0) > 0 ||
      all.some(({ itemCode }) => itemCode === item.itemCode),
  );
  if (shown.length === 0) return null;
  return (
    <section className={styles.promises} aria-labelledby="joint-promises-title">
      <h2 id="joint-promises-title">{t('promise:apply.title')}</h2>
      <p>{t('promises.lead')}</p>
      {shown.map((item) => {
        const code = item.itemCode;
        const text = promises.textOf(code);
        const promised = all.some(({ itemCode }) => itemCode === code);
        return (
          <section key={code} aria-labelledby={`joint-promise-${code}`}>
            <h3 id={`joint-promise-${code}`}>
              <Name of={item} />
            </h3>
            {item.promise && item.promise.conditions.length > 0 && (
              <ConditionsField
                id={`joint-promises.${code}.conditions`}
                terms={item.promise}
                replaces={replacedBy(theme, item)}
                legend={nameText(item)}
                checked={word.conditions.includes(code)}
                onChange={(checked) =>
                  change({
                    conditions: checked
                      ? [...word.conditions, code]
                      : word.conditions.filter((one) => one !== code),
                  })
                }
              />
            )}
            {promised && text && <PromiseText text={text} heading={false} />}
            {promised && !text && !promises.failure && <Loading lines={4} />}
          </section>
        );
      })}
      {promises.failure && <Problem problem={toProblem(promises.failure)} />}
      {all.length > 0 && (
        <div className={papers.signing}>
          <TextField
            id="joint-promise.signedName"
            name="promise.signedName"
            label={t('promises.sign')}
            hint={t('promise:apply.signHint')}
            autoComplete="off"
            maxLength={100}
            width="medium"
            value={word.signedName}
            error={error}
            onChange={({ target }) => change({ signedName: target.value })}
          />
        </div>
      )}
    </section>
  );
}
