import { useTranslation } from 'react-i18next';
import type { WorkFigure } from '@/api/generated';

/** Minutes of a working day, as the server counts them. */
const DAY = 1440;
const HOUR = 60;

/** Working time in the unit that says most: days with a decimal, hours, minutes. */
export function useWorkingTime(): (minutes: number) => string {
  const { t } = useTranslation('attendance');
  return (minutes) => {
    if (minutes >= DAY) return t('work.days', { count: Math.round((minutes / DAY) * 10) / 10 });
    if (minutes >= HOUR) return t('work.hours', { count: Math.round((minutes / HOUR) * 10) / 10 });
    return t('work.minutes', { count: Math.round(minutes) });
  };
}

/** A figure as it is shown: the number itself, and what it is of. */
export function useFigureText(): (figure: WorkFigure) => { value: string; base?: string } {
  const { t } = useTranslation('attendance');
  const workingTime = useWorkingTime();
  return ({ figure, numerator, denominator, minutes = 0 }) => {
    const base = t('work.ofCases', { numerator, denominator });
    switch (figure) {
      case 'received':
      case 'decided':
      case 'closed':
        return { value: String(numerator) };
      case 'returns':
      case 'overtime':
        return { value: String(numerator), base };
      case 'workingTime':
        return denominator === 0
          ? { value: t('work.none') }
          : {
              value: workingTime(minutes / denominator),
              base: t('work.cases', { count: denominator }),
            };
      case 'onTime':
      case 'early':
      case 'oneTime':
        return denominator === 0
          ? { value: t('work.none') }
          : { value: `${Math.round((numerator / denominator) * 1000) / 10}%`, base };
    }
  };
}
