import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { Bilingual, TextArea } from '@/components';
import { firstNotice } from './firstNotice';
import styles from './Ticks.module.css';
import { Tick, Ticks } from './Ticks';

/**
 * Everything that is missing, at once (一次性告知): tick what on the item's own list is missing or
 * wrong and say how to mend it. What is told is in Chinese: the applicant reads it. A further
 * request can only repeat what the first one named, so only that is offered.
 */
export function MissingFields({
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
  const received = new Set(file.receipts.map(({ code }) => code));
  const first = firstNotice(file.history);
  const requirements = first
    ? file.requirements.filter((material) => first.codes.includes(material.code))
    : file.requirements;
  const points = (missing[''] ?? '').split('\n').filter(Boolean);

  function tick(code: string, name: string, ticked: boolean) {
    const next = { ...missing };
    if (ticked) next[code] = received.has(code) ? `“${name}”需要补正：` : `请提交“${name}”。`;
    else delete next[code];
    onChange(next);
  }

  return (
    <Ticks
      id={id}
      legend={t('act.missing')}
      hint={t(first ? 'act.missingAgainHint' : 'act.missingHint')}
      error={error}
      after={
        !first && (
          <TextArea
            id={requirements.length === 0 ? id : undefined}
            label={t('act.missingOther')}
            hint={t('act.missingOtherHint')}
            optional
            rows={2}
            maxLength={900}
            value={missing[''] ?? ''}
            onChange={(event) => onChange({ ...missing, '': event.target.value })}
          />
        )
      }
    >
      {requirements.map((material, index) => {
        const ticked = material.code in missing;
        return (
          <Tick
            key={material.code}
            id={index === 0 ? id : `${id}-${material.code}`}
            checked={ticked}
            onTick={(on) => tick(material.code, material.name, on)}
            more={
              ticked && (
                <input
                  type="text"
                  className={styles.what}
                  lang="zh-CN"
                  maxLength={300}
                  value={missing[material.code]}
                  aria-label={t('act.whatFor', { name: material.name })}
                  onChange={(event) =>
                    onChange({ ...missing, [material.code]: event.target.value })
                  }
                />
              )
            }
          >
            <Bilingual chinese={material.name} english={material.nameEn} />
            <small>{t(received.has(material.code) ? 'act.received' : 'act.notReceived')}</small>
          </Tick>
        );
      })}
      {first?.points.map((point, index) => (
        <Tick
          key={point}
          id={requirements.length === 0 && index === 0 ? id : `${id}-point-${index}`}
          checked={points.includes(point)}
          onTick={(on) =>
            onChange({
              ...missing,
              '': points
                .filter((other) => other !== point)
                .concat(on ? point : [])
                .join('\n'),
            })
          }
        >
          <span lang="zh-CN">{point}</span>
        </Tick>
      ))}
    </Ticks>
  );
}
