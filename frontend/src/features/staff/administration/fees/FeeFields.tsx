import { useTranslation } from 'react-i18next';
import type { FeeForm } from '@/api/generated';
import { CheckAt, LinesAt, MoneyAt, NumberAt, RowsAt, SelectAt, TextAt } from '../form/fields';
import { useWords } from '../useWords';

const KINDS = ['fixed', 'perUnit', 'bracket', 'progressive'] as const;
const STATES = ['inForce', 'suspended', 'cancelled'] as const;

function TariffFields({ tariff }: { tariff: FeeForm['tariff'] }) {
  const { t } = useTranslation('administration');
  const { kind } = tariff;
  return (
    <>
      <h2>{t('fee.tariff')}</h2>
      <SelectAt
        at="/fee/tariff/kind"
        label={t('fee.kind')}
        options={KINDS.map((value) => ({ value, label: t(`fee.kinds.${value}`) }))}
      />
      {(kind === 'fixed' || kind === 'perUnit') && (
        <MoneyAt at="/fee/tariff/amountFen" label={t('fee.amount')} />
      )}
      {kind !== 'fixed' && (
        <RowsAt
          at="/fee/tariff/measures"
          legend={t('fee.measures')}
          name={(number) => t('fee.measure', { number })}
          add={t('fee.addMeasure')}
          blank={() => ({ name: '' })}
          compact
        >
          {(at) => (
            <>
              <TextAt at={`${at}/name`} label={t('fee.measureName')} width="short" lang="zh-CN" />
              <TextAt at={`${at}/nameEn`} label={t('fee.nameEn')} optional lang="en" />
            </>
          )}
        </RowsAt>
      )}
      {(kind === 'bracket' || kind === 'progressive') && (
        <RowsAt
          at="/fee/tariff/brackets"
          legend={t('fee.brackets')}
          name={(number) => t('fee.bracket', { number })}
          add={t('fee.addBracket')}
          blank={() => ({ amountFen: 0, perUnitFen: 0 })}
          compact
        >
          {(at) => (
            <>
              <TextAt at={`${at}/upTo`} label={t('fee.upTo')} optional width="short" />
              <MoneyAt at={`${at}/amountFen`} label={t('fee.bracketAmount')} />
              <MoneyAt at={`${at}/perUnitFen`} label={t('fee.perUnit')} />
            </>
          )}
        </RowsAt>
      )}
      <MoneyAt at="/fee/tariff/minimumFen" label={t('fee.minimum')} optional />
      <MoneyAt at="/fee/tariff/maximumFen" label={t('fee.maximum')} optional />
    </>
  );
}

/** Everything a fee standard says. */
export function FeeFields({ fee }: { fee: FeeForm }) {
  const { t, departments } = useWords();
  return (
    <>
      <TextAt at="/fee/name" label={t('fee.name')} lang="zh-CN" />
      <TextAt at="/fee/nameEn" label={t('fee.nameEn')} optional lang="en" />
      <SelectAt at="/fee/departmentCode" label={t('fee.department')} options={departments} />
      <LinesAt at="/fee/items" label={t('fee.items')} hint={t('fee.itemsHint')} optional />
      <CheckAt at="/fee/optional" label={t('fee.optional')} />
      <h2>{t('fee.law')}</h2>
      <TextAt at="/fee/basis" label={t('fee.basis')} lines={2} lang="zh-CN" />
      <SelectAt
        at="/fee/status"
        label={t('fee.status')}
        options={STATES.map((value) => ({ value, label: t(`fee.states.${value}`) }))}
      />
      {fee.status !== 'inForce' && (
        <>
          <TextAt at="/fee/statusBasis" label={t('fee.statusBasis')} lines={2} lang="zh-CN" />
          <MoneyAt at="/fee/savedFenPerYear" label={t('fee.saved')} optional />
        </>
      )}
      <TariffFields tariff={fee.tariff} />
      <h2>{t('fee.exemptions')}</h2>
      <RowsAt
        at="/fee/exemptions"
        legend={t('fee.exemptions')}
        name={(number) => t('fee.exemption', { number })}
        add={t('fee.addExemption')}
        blank={() => ({ code: '', name: '', perMille: 1000, basis: '' })}
      >
        {(at) => (
          <>
            <TextAt at={`${at}/code`} label={t('edition.code')} width="medium" />
            <TextAt at={`${at}/name`} label={t('fee.exemptionName')} lang="zh-CN" />
            <TextAt at={`${at}/nameEn`} label={t('fee.nameEn')} optional lang="en" />
            <NumberAt at={`${at}/perMille`} label={t('fee.perMille')} max={1000} />
            <TextAt at={`${at}/basis`} label={t('fee.basis')} lang="zh-CN" />
          </>
        )}
      </RowsAt>
    </>
  );
}
