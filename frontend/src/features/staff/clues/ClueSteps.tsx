import { useTranslation } from 'react-i18next';
import type { ClueAct } from '@/api/generated';
import { DateTime, Name, Steps } from '@/components';
import styles from './Clues.module.css';

/** What has happened to a clue, with what was written to whom. */
export function ClueSteps({ steps }: { steps: readonly ClueAct[] }) {
  const { t, i18n } = useTranslation(['clues', 'clue']);
  const more = (step: ClueAct) =>
    [
      step.disposal && t(`clue:disposal.${step.disposal}`),
      step.outcome && t(`clue:outcome.${step.outcome}`),
      step.form && t(`clue:form.${step.form}`),
    ].filter(Boolean);
  const texts = (step: ClueAct) =>
    (['words', 'letter', 'feedback'] as const).filter((each) => step[each]);
  return (
    <Steps
      steps={steps.map((step) => ({
        number: step.number,
        what: (
          <>
            <b>{t(`act.${step.kind}`)}</b>
            {more(step).map((part, index) => (
              <span key={index} className="quiet">
                {' · '}
                {part}
              </span>
            ))}
          </>
        ),
        when: (
          <>
            <DateTime value={step.at} />
            {' · '}
            {step.by ? <Name of={{ name: step.by, nameEn: step.byEn }} /> : t('page.themselves')}
            {step.dueOn && (
              <>
                {' · '}
                {t('page.by')} <DateTime value={step.dueOn} as="date" />
              </>
            )}
          </>
        ),
        words:
          texts(step).length > 0 ? (
            <>
              {texts(step).map((each) => (
                <span key={each} className={styles.said}>
                  {each !== 'words' && <b lang={i18n.language}>{t(`said.${each}`)} </b>}
                  {step[each]}
                </span>
              ))}
            </>
          ) : undefined,
      }))}
    />
  );
}
