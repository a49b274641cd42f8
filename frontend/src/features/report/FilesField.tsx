import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Field } from '@/components';
import type { Prepared, Refusal } from '@/lib/sealing';
import styles from './Report.module.css';

/** Kept apart from the lazily loaded sealing: what an input lets choose. */
const TAKEN = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.txt';

/** Files to go with a message: pictures drawn anew without what describes them, others as they are. */
export function FilesField({
  files,
  most,
  onChange,
}: {
  files: readonly Prepared[];
  most: number;
  onChange: (files: readonly Prepared[]) => void;
}) {
  const { t } = useTranslation('report');
  const id = useId();
  const [refused, setRefused] = useState<Refusal | 'many'>();
  const add = async (chosen: readonly File[]) => {
    const { prepare } = await import('@/lib/sealing');
    setRefused(undefined);
    const all = [...files];
    for (const file of chosen) {
      if (all.length >= most) {
        setRefused('many');
        break;
      }
      const last = all.reduce((most, { name }) => Math.max(most, parseInt(name, 10)), 0);
      const prepared = await prepare(file, last + 1);
      if (typeof prepared === 'string') setRefused(prepared);
      else all.push(prepared);
    }
    onChange(all);
  };
  return (
    <div className={styles.files}>
      <Field
        id={id}
        label={t('files.label')}
        hint={t('files.hint', { most })}
        error={refused && t(`files.refused.${refused}`, { most })}
        optional
      >
        {(wiring) => (
          <input
            type="file"
            multiple
            accept={TAKEN}
            {...wiring}
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        )}
      </Field>
      {files.length > 0 && (
        <ul role="list" className={styles.chosen}>
          {files.map((file, index) => (
            <li key={file.name}>
              <span>
                <strong>{file.name}</strong>{' '}
                <span className="quiet">
                  {t(file.stripped ? 'files.stripped' : 'files.asItIs')}
                </span>
              </span>
              <Button
                look="quiet"
                aria-label={t('files.removeOf', { name: file.name })}
                onClick={() => onChange(files.filter((_, at) => at !== index))}
              >
                {t('files.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
