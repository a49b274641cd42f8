import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { Bilingual } from '@/components';
import styles from './MissingFields.module.css';

/** A box to tick for each material. */
function Ticks({
  id,
  legend,
  hint,
  error,
  materials,
  ticked,
  onTick,
}: {
  id: string;
  legend: string;
  hint: string;
  error: string | undefined;
  materials: CaseFile['requirements'];
  ticked: (code: string) => boolean;
  onTick: (material: CaseFile['requirements'][number], on: boolean) => void;
}) {
  const { t } = useTranslation('common');
  return (
    <fieldset className={styles.missing} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <p className="quiet">{hint}</p>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('form.errorPrefix')}</span>
          {error}
        </p>
      )}
      <ul role="list" className={styles.list}>
        {materials.map((material, index) => {
          const box = index === 0 ? id : `${id}-${material.code}`;
          return (
            <li key={material.code}>
              <label className={styles.tick} htmlFor={box}>
                <input
                  id={box}
                  type="checkbox"
                  checked={ticked(material.code)}
                  onChange={(event) => onTick(material, event.target.checked)}
                />
                <Bilingual chinese={material.name} english={material.nameEn} />
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** Which originals the applicant is to bring: those the published list asks for (预审, B8). */
export function OriginalsToBring({
  id,
  file,
  missing,
  error,
  onChange,
}: {
  id: string;
  file: CaseFile;
  missing: Record<string, string>;
  error: string | undefined;
  onChange: (missing: Record<string, string>) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <Ticks
      id={id}
      legend={t('act.originals.legend')}
      hint={t('act.originals.hint')}
      error={error}
      materials={file.requirements.filter(
        (material) => material.form === 'original' || material.form === 'originalAndCopy',
      )}
      ticked={(code) => code in missing}
      onTick={(material, on) => {
        const next = { ...missing };
        // The applicant reads it, so it is Chinese.
        if (on) next[material.code] = `请携带“${material.name}”的原件到窗口核验。`;
        else delete next[material.code];
        onChange(next);
      }}
    />
  );
}

/** Which of the originals asked for were checked at the window. */
export function OriginalsSeen({
  id,
  file,
  seen,
  error,
  onChange,
}: {
  id: string;
  file: CaseFile;
  seen: readonly string[];
  error: string | undefined;
  onChange: (seen: readonly string[]) => void;
}) {
  const { t } = useTranslation('staff');
  const asked = file.originals ?? [];
  return (
    <Ticks
      id={id}
      legend={t('act.originals.seen')}
      hint={t('act.originals.seenHint')}
      error={error}
      materials={file.requirements.filter((material) => asked.includes(material.code))}
      ticked={(code) => seen.includes(code)}
      onTick={({ code }, on) =>
        onChange(on ? [...seen, code] : seen.filter((other) => other !== code))
      }
    />
  );
}
