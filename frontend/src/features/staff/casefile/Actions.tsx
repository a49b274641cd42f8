import { useTranslation } from 'react-i18next';
import type { CaseFile, PossibleAction } from '@/api/generated';
import { Bilingual, Button, Tag, useNameText } from '@/components';
import { useShortcutsOn } from '../shell/shortcuts';
import { useAccount } from '../shell/SignedInAs';
import styles from './Actions.module.css';
import { isPrimary, KEYS, stepOf } from './command';
import { readDraft } from './draft';

const TONES = { A: 'bad', B: 'warn', C: 'plain' } as const;

/** What can be done now; what can't be done by this reader, and why. */
export function Actions({
  file,
  onAct,
}: {
  file: CaseFile;
  onAct: (possible: PossibleAction) => void;
}) {
  const { t } = useTranslation(['staff', 'console', 'common']);
  const account = useAccount().account;
  const keys = useShortcutsOn();
  const nameText = useNameText();
  const allowed = file.actions.filter((each) => each.allowed);
  const others = file.actions.filter((each) => !each.allowed);
  // While work is done in parallel the same can be done in several steps.
  const ambiguous = new Set(
    allowed
      .map((each) => each.action)
      .filter((action, place, all) => all.indexOf(action) !== place),
  );
  const nameOf = (id: string) => {
    const step = stepOf(file, id);
    return step ? nameText(step) : id;
  };
  const risks = [...new Set(allowed.map((each) => each.stepId ?? file.currentStepId))].flatMap(
    (id) => stepOf(file, id)?.risks ?? [],
  );
  // Most often the same reason holds for all of them.
  const reasons = new Map<string, string[]>();
  for (const each of others) {
    const why = each.why ?? t('act.notNow');
    reasons.set(why, [...(reasons.get(why) ?? []), t(`act.action.${each.action}`)]);
  }
  if (file.actions.length === 0) {
    return (
      <p className={styles.nothing}>
        {t(file.state === 'inCorrection' ? 'act.waitsForApplicant' : 'act.nothing')}
      </p>
    );
  }
  return (
    <div className={styles.actions}>
      {file.originals && <p className={styles.nothing}>{t('act.waitsForOriginals')}</p>}
      {file.state === 'inCorrection' && !file.originals && (
        <p className={styles.nothing}>{t('act.waitsForApplicant')}</p>
      )}
      {allowed.length > 0 && (
        <div className={styles.buttons}>
          {allowed.map((each) => (
            <Button
              key={`${each.stepId ?? ''} ${each.action}`}
              look={isPrimary(each.action) ? 'primary' : 'secondary'}
              size={isPrimary(each.action) ? 'large' : 'normal'}
              aria-keyshortcuts={keys ? KEYS[each.action] : undefined}
              onClick={() => onAct(each)}
            >
              {t(`act.action.${each.action}`)}
              {ambiguous.has(each.action) && each.stepId && (
                <span>{t('act.inStep', { step: nameOf(each.stepId) })}</span>
              )}
              {keys && (
                <kbd className={styles.key} aria-hidden="true">
                  {KEYS[each.action].toUpperCase()}
                </kbd>
              )}
              {readDraft(account, file.caseNumber, each.action) && (
                <span className={styles.draft}>{t('console:draft.has')}</span>
              )}
            </Button>
          ))}
        </div>
      )}
      {[...reasons].map(([why, names]) => (
        <p key={why} className={styles.why}>
          <b>{names.join(t('act.and'))}</b>
          {t('act.because')}
          {why}
        </p>
      ))}
      {allowed.length > 0 && risks.length > 0 && (
        <ul role="list" className={styles.risks} aria-label={t('act.risks')}>
          {risks.map((risk) => (
            <li key={risk.risk}>
              <Tag tone={TONES[risk.grade]}>{t('common:flow.grade', { grade: risk.grade })}</Tag>{' '}
              <Bilingual chinese={risk.risk} english={risk.riskEn} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
