import { useTranslation } from 'react-i18next';
import { formatClockTime } from '@/lib/format';
import type { FlowFigures } from './types';

/** What is told of how long a step takes. */
export function useFigureTexts() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? ('en' as const) : ('zh-CN' as const);
  const time = (minutes: number | undefined, unit: FlowFigures['unit']) =>
    // Whole minutes are told as upper limits: nothing is done within none.
    minutes === undefined ? undefined : formatClockTime(Math.max(1, minutes), unit, language);

  /** In as few words as a box has room for; nothing of steps that nobody acts in. */
  const short = (figures: FlowFigures, stepId: string) => {
    const step = figures.steps.find((each) => each.stepId === stepId);
    if (!step) return undefined;
    const median = time(step.medianMinutes, figures.unit);
    const ninetieth = time(step.ninetiethMinutes, figures.unit);
    return [
      ...(median && ninetieth
        ? [t('flow.figures.half', { time: median }), t('flow.figures.ninety', { time: ninetieth })]
        : [t('flow.figures.few')]),
      t('flow.figures.open', { count: step.open }),
    ];
  };

  return { t, time, short };
}
