import { useTranslation } from 'react-i18next';
import { Checks, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatLimit } from '@/lib/format';
import type { PromiseTermsView } from './types';

/** The conditions one can promise instead of proving them (告知承诺), and the box to do so. */
export function ConditionsField({
  id,
  terms,
  replaces,
  legend,
  checked,
  onChange,
}: {
  id: string;
  terms: PromiseTermsView;
  /** The materials that needn't come then. */
  replaces: readonly { name: string; nameEn?: string | undefined }[];
  legend: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  const nameText = useNameText();
  const said = (place: number, chinese: string) =>
    language === 'en' ? (terms.conditionsEn?.[place] ?? chinese) : chinese;
  return (
    <>
      <p>
        {replaces.length > 0
          ? t('apply.conditionsHint', {
              materials: replaces.map(nameText).join(language === 'en' ? ', ' : '、'),
            })
          : t('apply.conditionsHintNone')}
      </p>
      <ul>
        {terms.conditions.map((one, place) => (
          <li key={one}>{said(place, one)}</li>
        ))}
      </ul>
      {terms.checkLimit && (
        <p className="quiet">
          {t('checkLimit', { limit: formatLimit(terms.checkLimit, language) })}
        </p>
      )}
      <Checks<'conditions'>
        id={id}
        legend={<span className="visually-hidden">{legend}</span>}
        choices={[{ value: 'conditions', label: t('apply.conditions') }]}
        values={checked ? ['conditions'] : []}
        onChange={(values) => onChange(values.length > 0)}
      />
    </>
  );
}
