import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grades, rateAtTerminal, type TerminalCase } from '@/api/generated';
import { openRatingTerminalOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Bilingual, Button, LanguageSwitch, Loading, Problem, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Face } from './Face';
import { GradeField } from './GradeField';
import { ASPECTS, GRADES } from './grades';
import { Keypad } from './Keypad';
import styles from './TerminalPage.module.css';

/** Whoever walks away leaves nothing behind. */
const IDLE_MS = 60_000;
const THANKS_MS = 8_000;
const LOOK_AGAIN_MS = 10_000;

type Step =
  | { at: 'list' }
  | { at: 'phone'; of: TerminalCase }
  | { at: 'faces'; of: TerminalCase; phone: string }
  | { at: 'details'; of: TerminalCase; phone: string; grades: Grades; key: string }
  | { at: 'thanks' };

const START: Step = { at: 'list' };

/** Goes back to the beginning when nobody touches anything for a while. */
function useReset(step: Step, reset: () => void) {
  useEffect(() => {
    if (step.at === 'list') return;
    let timer = 0;
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(reset, step.at === 'thanks' ? THANKS_MS : IDLE_MS);
    };
    again();
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
    };
  }, [step, reset]);
}

/** A device in a hall: large, one question at a time, and by itself at the beginning again. */
export function TerminalPage({ id }: { id: string }) {
  const { t } = useTranslation(['rating', 'common']);
  const language = useLanguage();
  const nameText = useNameText();
  const [step, setStep] = useState<Step>(START);
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t('terminal.title'), t('common:site.name'));
  const terminal = useQuery({
    ...openRatingTerminalOptions({ path: { terminalId: id } }),
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 0,
    retry: false,
  });
  const send = useMutation({
    mutationFn: ({ of, phone, grades, key }: Extract<Step, { at: 'details' }>) =>
      rateAtTerminal({
        path: { terminalId: id },
        headers: { 'Idempotency-Key': key },
        body: { caseNumber: of.caseNumber, phoneEnding: phone, grades },
        throwOnError: true,
      }),
    onSuccess: () => setStep({ at: 'thanks' }),
  });
  const forget = send.reset;
  const reset = useCallback(() => {
    forget();
    setStep(START);
  }, [forget]);
  useReset(step, reset);
  const shown = step.at;
  useEffect(() => {
    if (shown !== 'list') heading.current?.focus();
  }, [shown]);

  if (terminal.error && toProblem(terminal.error).status !== undefined && !terminal.data) {
    const gone = [400, 404].includes(toProblem(terminal.error).status ?? 0);
    return (
      <div className={styles.page}>
        <h1>{gone ? t('terminal.gone') : t('terminal.title')}</h1>
        {gone ? (
          <p className="lead">{t('terminal.goneText')}</p>
        ) : (
          <Problem problem={toProblem(terminal.error)} onRetry={() => void terminal.refetch()} />
        )}
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          {terminal.data && nameText({ name: terminal.data.place, nameEn: terminal.data.placeEn })}
        </p>
        <div className={styles.tools}>
          <LanguageSwitch />
          {step.at !== 'list' && (
            <Button look="secondary" onClick={reset}>
              {t('terminal.back')}
            </Button>
          )}
        </div>
      </header>
      <h1 ref={heading} tabIndex={-1}>
        {step.at === 'list' && t('terminal.title')}
        {step.at === 'phone' && t('terminal.phoneTitle')}
        {step.at === 'faces' && t('terminal.faces')}
        {step.at === 'details' && t('terminal.details')}
        {step.at === 'thanks' && t('terminal.thanks')}
      </h1>
      {step.at === 'list' && (
        <>
          <p className="lead">{t('terminal.lead')}</p>
          {terminal.isPending && <Loading lines={6} />}
          {terminal.data?.cases.length === 0 && <p className={styles.none}>{t('terminal.none')}</p>}
          <ul className={styles.cases}>
            {terminal.data?.cases.map((one) => (
              <li key={one.caseNumber}>
                <button type="button" onClick={() => setStep({ at: 'phone', of: one })}>
                  <b>
                    <Bilingual chinese={one.itemName} english={one.itemNameEn} />
                  </b>
                  <span>
                    <span lang="zh-CN">{one.applicantMasked}</span> ·{' '}
                    {formatDate(one.endedAt, language, 'time')} · {one.caseNumber}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {step.at === 'phone' && (
        <>
          <p className="lead">{t('terminal.phoneHint')}</p>
          <Keypad onDone={(phone) => setStep({ at: 'faces', of: step.of, phone })} />
        </>
      )}
      {step.at === 'faces' && (
        <div className={styles.faces}>
          {GRADES.map((grade) => (
            <button
              key={grade}
              type="button"
              onClick={() =>
                setStep({
                  at: 'details',
                  of: step.of,
                  phone: step.phone,
                  grades: { overall: grade },
                  key: newIdempotencyKey(),
                })
              }
            >
              <Face of={grade} />
              {t(`grade.${grade}`)}
            </button>
          ))}
        </div>
      )}
      {step.at === 'details' && (
        <div className={styles.details}>
          {ASPECTS.map((aspect) => (
            <GradeField
              key={aspect}
              legend={t(aspect)}
              value={step.grades[aspect]}
              onChange={(grade) =>
                setStep({ ...step, grades: { ...step.grades, [aspect]: grade } })
              }
            />
          ))}
          {send.error && (
            <p role="alert" className={styles.wrong}>
              {t('terminal.refused')}：{toProblem(send.error).detail ?? toProblem(send.error).title}
            </p>
          )}
          <Button
            size="large"
            busy={send.isPending}
            className={styles.done}
            onClick={() => send.mutate(step)}
          >
            {t('terminal.done')}
          </Button>
        </div>
      )}
      {step.at === 'thanks' && (
        <div className={styles.thanks}>
          <p className="lead" role="status">
            {t('terminal.thanksText')}
          </p>
          <Button size="large" onClick={reset}>
            {t('terminal.back')}
          </Button>
        </div>
      )}
      <p className={styles.private}>{t('terminal.private')}</p>
    </div>
  );
}
