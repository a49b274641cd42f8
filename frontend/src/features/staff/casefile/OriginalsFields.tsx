import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { Bilingual } from '@/components';
import { Tick, Ticks } from './Ticks';

/** A box to tick for each material. */
function Materials({
  materials,
  ticked,
  onTick,
  ...frame
}: {
  id: string;
  legend: string;
  hint: string;
  error: string | undefined;
  materials: CaseFile['requirements'];
  ticked: (code: string) => boolean;
  onTick: (material: CaseFile['requirements'][number], on: boolean) => void;
}) {
  return (
    <Ticks {...frame}>
      {materials.map((material, index) => (
        <Tick
          key={material.code}
          id={index === 0 ? frame.id : `${frame.id}-${material.code}`}
          checked={ticked(material.code)}
          onTick={(on) => onTick(material, on)}
        >
          <Bilingual chinese={material.name} english={material.nameEn} />
        </Tick>
      ))}
    </Ticks>
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
    <Materials
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
    <Materials
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
