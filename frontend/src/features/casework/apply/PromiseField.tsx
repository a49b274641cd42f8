import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerItem } from '@/api/generated';
import { promiseTextOptions } from '@/api/promiseText';
import { Loading, Problem, TextField } from '@/components';
import { ConditionsField, PromiseText } from '@/components/promise';
import papers from '@/components/promise/Promise.module.css';
import { toProblem } from '@/lib/problem';
import type { ErrorOf } from './ApplicantFields';
import styles from './ApplyPage.module.css';
import { fieldId } from './checks';
import { lateOf } from './promise';
import type { DraftHandle } from './useDraft';

/** What is promised instead of handed in, its text, and the signature under it (承诺书). */
export function PromiseField({
  item,
  handle,
  errorOf,
}: {
  item: PowerItem;
  handle: DraftHandle;
  errorOf: ErrorOf;
}) {
  const { t } = useTranslation(['promise', 'casework']);
  const { draft, change } = handle;
  const late = lateOf(draft, item.materials);
  const terms = item.promise;
  const takesConditions = (terms?.conditions.length ?? 0) > 0;
  const conditions = takesConditions && (draft.conditions ?? false);
  const promises = late.length > 0 || conditions;
  const asked = { itemCode: item.code, late, conditions };
  const text = useQuery({ ...promiseTextOptions(asked), enabled: promises });
  const version = text.data?.version;
  useEffect(() => {
    if (version && version !== draft.promiseVersion) change({ promiseVersion: version });
  }, [version, draft.promiseVersion, change]);
  if (!promises && !takesConditions) return null;
  const replaces = item.materials.filter((one) => terms?.replaces.includes(one.code));
  return (
    <section className={styles.section} aria-labelledby="apply-promise-title">
      <h2 id="apply-promise-title">{t('apply.title')}</h2>
      {takesConditions && terms && (
        <ConditionsField
          id={fieldId('promise.conditions')}
          terms={terms}
          replaces={replaces}
          legend={t('apply.title')}
          checked={conditions}
          onChange={(checked) => change({ conditions: checked })}
        />
      )}
      {promises && (
        <div className={papers.signing}>
          <h3 id="apply-promise-text">{t('apply.text')}</h3>
          {text.data && <PromiseText text={text.data} heading={false} />}
          {text.isPending && <Loading lines={4} />}
          {text.error && (
            <Problem problem={toProblem(text.error)} onRetry={() => void text.refetch()} />
          )}
          <TextField
            id={fieldId('promise.signedName')}
            name="promise.signedName"
            label={t('apply.sign')}
            hint={t('apply.signHint')}
            autoComplete="off"
            maxLength={100}
            width="medium"
            value={draft.signedName ?? ''}
            error={errorOf('promise.signedName')}
            onChange={({ target }) => change({ signedName: target.value })}
          />
        </div>
      )}
    </section>
  );
}
