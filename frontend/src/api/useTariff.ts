import { useTranslation } from 'react-i18next';
import type { FeeTariff } from './generated';
import { useLanguage } from '@/i18n';
import { formatMoney } from '@/lib/format';

/** A tariff in words, a line for each bracket. */
export function useTariff(): (tariff: FeeTariff) => string[] {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const money = (fen: number) => formatMoney(fen, language);
  return (tariff) => {
    const units = tariff.measures.map((measure) =>
      language === 'en' ? (measure.nameEn ?? measure.name) : measure.name,
    );
    const lines: string[] = [];
    if (tariff.kind === 'fixed') {
      lines.push(t('tariff.fixed', { amount: money(tariff.amountFen ?? 0) }));
    } else if (tariff.kind === 'perUnit') {
      const unit = units.join(language === 'en' ? ' and ' : '每');
      lines.push(t('tariff.perUnit', { unit, amount: money(tariff.amountFen ?? 0) }));
    } else {
      if (tariff.kind === 'progressive') lines.push(t('tariff.progressive'));
      for (const bracket of tariff.brackets) {
        const where =
          bracket.upTo === undefined
            ? t('tariff.above')
            : t('tariff.upTo', { limit: bracket.upTo, unit: units[0] });
        const amounts = [
          ...(bracket.amountFen > 0 || bracket.perUnitFen === 0 ? [money(bracket.amountFen)] : []),
          ...(bracket.perUnitFen > 0
            ? [t('tariff.each', { unit: units[0], amount: money(bracket.perUnitFen) })]
            : []),
        ];
        lines.push(t('tariff.bracket', { where, amount: amounts.join(' + ') }));
      }
    }
    if (tariff.minimumFen !== undefined) {
      lines.push(t('tariff.least', { amount: money(tariff.minimumFen) }));
    }
    if (tariff.maximumFen !== undefined) {
      lines.push(t('tariff.most', { amount: money(tariff.maximumFen) }));
    }
    return lines;
  };
}
