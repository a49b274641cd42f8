import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { SelectField } from '@/components';

/** On what ground a case goes through the green channel, and what that does to its limit. */
export function GreenField({
  id,
  file,
  value,
  error,
  onChange,
}: {
  id: string;
  file: CaseFile;
  value: string;
  error: string | undefined;
  onChange: (code: string) => void;
}) {
  const { t, i18n } = useTranslation('staff');
  const grounds = file.greenGrounds ?? [];
  const chosen = grounds.find((ground) => ground.code === value);
  const shorter =
    chosen &&
    (chosen.percent === undefined
      ? t('act.green.fewer', { fewer: chosen.fewer })
      : t('act.green.percent', { percent: chosen.percent }));
  return (
    <SelectField
      id={id}
      label={t('act.green.ground')}
      hint={chosen && `${chosen.basis} · ${shorter}`}
      error={error}
      width="medium"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('act.choose')}</option>
      {grounds.map((ground) => (
        <option key={ground.code} value={ground.code}>
          {i18n.language === 'en' ? ground.nameEn : ground.name}
        </option>
      ))}
    </SelectField>
  );
}
