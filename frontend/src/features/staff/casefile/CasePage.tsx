import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { useFlowFigures } from '@/api/flowFigures';
import type { CaseFile, FlowStep, PossibleAction } from '@/api/generated';
import { Bilingual, Loading, Problem, Section, StateBadge, Tag, useNameText } from '@/components';
import { DaysLeft, Derivation, History, Notices } from '@/components/case';
import { CasePlacesFacts } from '@/components/place';
import { FlowChart } from '@/components/flow';
import { useLanguage } from '@/i18n';
import { nameInFlow } from '@/lib/flowNames';
import { formatDate } from '@/lib/format';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import { enteredAt, progressOf } from '@/lib/progress';
import { usePageTitle } from '@/lib/title';
import { useShortcuts } from '../shell/shortcuts';
import { useAccount } from '../shell/SignedInAs';
import { neighbours, readWay } from '../tasks/way';
import { useNow } from '../useNow';
import { ActingAgent } from './ActingAgent';
import { ActionDialog } from './ActionDialog';
import { Actions } from './Actions';
import { Beside } from './Beside';
import styles from './CasePage.module.css';
import { since } from './changed';
import { CaseDocuments } from '../documents/CaseDocuments';
import { CaseCharge } from '../charges/CaseCharge';
import { Meanwhile } from './Meanwhile';
import { PartOfJoint } from './PartOfJoint';
import { CasePromise } from '../promises/CasePromise';
import { CaseWaybills } from '../waybills/CaseWaybills';
import { PendingConfirmation } from '../confirmations/PendingConfirmation';
import { KEYS, stepOf, needsTwo } from './command';
import { readDraft } from './draft';
import { caseKey, useCase } from './useCase';

const OPEN = new Set<CaseFile['state']>(['submitted', 'inCorrection', 'inProgress', 'paused']);

function CaseBody({ file }: { file: CaseFile }) {
  const { t } = useTranslation([
    'staff',
    'casework',
    'confirmations',
    'console',
    'documents',
    'charge',
    'common',
  ]);
  const language = useLanguage();
  const nameText = useNameText();
  const figures = useFlowFigures(file.itemCode, file.submittedAt);
  const queries = useQueryClient();
  const [seen, setSeen] = useState(file);
  const [acting, setActing] = useState<{ file: CaseFile; possible: PossibleAction }>();
  const [refused, setRefused] = useState<ProblemDetail>();
  const [tried, setTried] = useState<PossibleAction['action']>();
  const [done, setDone] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const now = useNow();
  const account = useAccount().account;
  const [, navigate] = useLocation();
  const [way] = useState(() => readWay(account));
  const beside = neighbours(way, file.caseNumber);
  const back = way?.from ?? '/staff';
  const start = (possible: PossibleAction) => {
    setDone('');
    setRefused(undefined);
    setSeen(file);
    setActing({ file, possible });
  };

  const step = stepOf(file, file.currentStepId);
  // While work is done in parallel, who does what.
  const at = file.currentStepIds ?? [];
  const together = at.length > 1 ? file.flow.steps.filter((each) => at.includes(each.id)) : [];
  const fullName = (of: CaseFile, at: FlowStep) =>
    nameText(
      nameInFlow(of.flow, at.id, of.steps.findLast((visit) => visit.stepId === at.id)?.within) ??
        at,
    );
  const stepText = (id: string) => {
    const found = nameInFlow(file.flow, id);
    return found && nameText(found);
  };
  useShortcuts([
    ...file.actions
      .filter((each) => each.allowed)
      // Of an action possible in several steps the letter means the first.
      .filter((each, place, all) => all.findIndex((one) => one.action === each.action) === place)
      .map((each) => ({
        keys: KEYS[each.action],
        label: t(`act.action.${each.action}`),
        run: () => start(each),
      })),
    ...(beside?.after
      ? [
          {
            keys: ']',
            label: t('console:way.after'),
            run: () => navigate(`/staff/cases/${beside.after}`),
          },
        ]
      : []),
    ...(beside?.before
      ? [
          {
            keys: '[',
            label: t('console:way.before'),
            run: () => navigate(`/staff/cases/${beside.before}`),
          },
        ]
      : []),
    { keys: 'u', label: t('case.back'), run: () => navigate(back) },
  ]);
  // What this reader has just confirmed is no news to them.
  if (confirmed && file.version > seen.version) {
    setConfirmed(false);
    setSeen(file);
  }
  const open = OPEN.has(file.state);
  const news = since(seen, file);
  const itemText = language === 'en' ? (file.itemNameEn ?? file.itemName) : file.itemName;
  usePageTitle(`${file.caseNumber} ${itemText}`, t('common:site.name'));
  const entered = enteredAt(file.steps, file.currentStepId);
  const stepDue = file.steps.findLast((visit) => visit.stepId === file.currentStepId)?.dueAt;

  return (
    <article>
      <header className={styles.head}>
        <div className="wrap">
          <div className={styles.top}>
            <Link href={back} className={styles.back}>
              {t('case.back')}
            </Link>
            {beside && (
              <nav aria-label={t('console:way.label')} className={styles.way}>
                {beside.before && (
                  <Link href={`/staff/cases/${beside.before}`}>{t('console:way.before')}</Link>
                )}
                <span>{t('console:way.at', { at: beside.at, of: beside.of })}</span>
                {beside.after && (
                  <Link href={`/staff/cases/${beside.after}`}>{t('console:way.after')}</Link>
                )}
              </nav>
            )}
            <p className={styles.number}>
              {file.caseNumber}{' '}
              <StateBadge state={file.state} originals={file.originals !== undefined} />
            </p>
          </div>
          <div className={styles.headGrid}>
            <div>
              <h1>
                <Bilingual chinese={file.itemName} english={file.itemNameEn} />
              </h1>
              <p className={styles.step}>
                {open && step
                  ? t('case.atStep', { step: fullName(file, step) })
                  : t(
                      file.originals ? 'common:originalsAwaited' : `common:caseState.${file.state}`,
                    )}
                {open && step?.post && <span>{nameText(step.post)}</span>}
                {open &&
                  together.map((each) => (
                    <span key={each.id}>
                      {nameText(each)}
                      {each.post && ` · ${nameText(each.post)}`}
                    </span>
                  ))}
                {open && entered && (
                  <span>{t('case.since', { at: formatDate(entered, language) })}</span>
                )}
                {open && stepDue && (
                  <span>{t('case.stepDue', { at: formatDate(stepDue, language) })}</span>
                )}
              </p>
              {file.green && (
                <p className={styles.step}>
                  <Tag tone="good">
                    {t('case.green', {
                      name: language === 'en' ? file.green.nameEn : file.green.name,
                    })}
                  </Tag>
                </p>
              )}
              {file.pause && (
                <p className={styles.pause}>
                  {t('casework:track.pausedOn', {
                    ground:
                      language === 'en'
                        ? (file.pause.groundEn ?? file.pause.ground)
                        : file.pause.ground,
                    article: file.pause.article,
                  })}
                </p>
              )}
            </div>
            {file.deadline && <DaysLeft deadline={file.deadline} now={now} />}
          </div>
        </div>
      </header>
      <div className="wrap">
        <div role="status">{done && <p className={styles.done}>{done}</p>}</div>
        {!acting && (news.length > 0 || refused) && (
          <Meanwhile
            key={file.version}
            entries={news}
            problem={refused}
            kept={
              refused && tried
                ? (readDraft(account, file.caseNumber, tried)?.filled.reason ?? '')
                : ''
            }
            stepText={stepText}
            onSeen={() => {
              setSeen(file);
              setRefused(undefined);
            }}
          />
        )}
        {file.pendingConfirmation && (
          <PendingConfirmation
            key={file.pendingConfirmation.id}
            request={file.pendingConfirmation}
            onDone={(said, decision) => {
              setDone(said);
              setConfirmed(decision === 'confirm');
            }}
          />
        )}
        {file.jointNumber && <PartOfJoint number={file.jointNumber} />}
        <ActingAgent caseNumber={file.caseNumber} />
        <section className={styles.act} aria-labelledby="act-now">
          <h2 id="act-now">{t('act.title')}</h2>
          <Actions file={file} onAct={start} />
        </section>
        {file.mayPromise && (
          <CasePromise caseNumber={file.caseNumber} version={file.version} now={now} />
        )}
        <Beside file={file} />
        <Section id="charge" title={t('charge:case.title')}>
          <CaseCharge caseNumber={file.caseNumber} version={file.version} />
        </Section>
        <Section id="flow" title={t('casework:track.flow')} wide>
          <FlowChart
            key={file.version}
            flow={file.flow}
            figures={figures}
            progress={progressOf(file.steps, open, file.flow.edges)}
            materialName={(code) => {
              const material = file.requirements.find((each) => each.code === code);
              return material && nameText(material);
            }}
          />
        </Section>
        {file.deadline && (
          <Section id="deadline" title={t('casework:track.deadline')}>
            <Derivation deadline={file.deadline} now={now} />
          </Section>
        )}
        {file.places && (
          <Section id="places" title={t('case.places')}>
            <dl className={styles.places}>
              <CasePlacesFacts places={file.places} />
            </dl>
          </Section>
        )}
        {file.places?.takenIn && <CaseWaybills file={file} />}
        <Section id="history" title={t('casework:history.title')}>
          <History entries={file.history} stepName={stepText} />
        </Section>
        <Section id="documents" title={t('documents:title')}>
          <CaseDocuments caseNumber={file.caseNumber} version={file.version} />
        </Section>
        {file.notices.length > 0 && (
          <Section id="notices" title={t('casework:notices.title')}>
            <Notices notices={file.notices} />
          </Section>
        )}
      </div>
      {acting && (
        <ActionDialog
          file={acting.file}
          possible={acting.possible}
          onClose={() => setActing(undefined)}
          onDone={(after) => {
            queries.setQueryData(caseKey(file.caseNumber), after);
            void queries.invalidateQueries({
              predicate: ({ queryKey: [first] }) =>
                typeof first === 'object' &&
                first !== null &&
                '_id' in first &&
                first._id === 'listCases',
            });
            setSeen(after);
            setActing(undefined);
            const to = stepOf(after, after.currentStepId);
            if (needsTwo(acting.possible.action)) {
              setDone(t('confirmations:done.asked'));
              window.scrollTo(0, 0);
              return;
            }
            setDone(
              t(
                OPEN.has(after.state) && after.currentStepId !== acting.file.currentStepId
                  ? 'case.doneTo'
                  : 'case.done',
                {
                  action: t(`act.action.${acting.possible.action}`),
                  step: to ? fullName(after, to) : '',
                },
              ),
            );
            window.scrollTo(0, 0);
          }}
          onOutdated={(problem) => {
            setSeen(acting.file);
            setRefused(problem);
            setTried(acting.possible.action);
            setActing(undefined);
            void queries.invalidateQueries({ queryKey: caseKey(file.caseNumber) });
          }}
        />
      )}
    </article>
  );
}

/** A case on the clerk's desk. */
export function CasePage() {
  const { number = '' } = useParams<{ number: string }>();
  return <OneCase key={number} caseNumber={number} />;
}

function OneCase({ caseNumber }: { caseNumber: string }) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useCase(caseNumber);
  if (data) return <CaseBody file={data} />;
  if (!error) {
    return (
      <div className={`wrap ${styles.waiting}`}>
        <Loading lines={10} />
      </div>
    );
  }
  const problem = toProblem(error);
  return (
    <div className={`wrap ${styles.waiting}`}>
      {problem.status === 404 ? (
        <>
          <h1>{t('case.notFound')}</h1>
          <p className="lead">{t('case.notFoundText')}</p>
          <Link href="/staff">{t('case.back')}</Link>
        </>
      ) : (
        <Problem problem={problem} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
