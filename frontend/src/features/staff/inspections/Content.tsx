import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  downloadInspectionEvidence,
  type Inspection,
  type InspectionCheckResult,
  type InspectionEvidence,
} from '@/api/generated';
import { Table, Tag, type Tone } from '@/components';
import { useLanguage } from '@/i18n';
import record from '../Record.module.css';
import { SaveButton } from '../SaveButton';
import styles from './Inspections.module.css';

const TONES: Record<InspectionCheckResult, Tone> = {
  met: 'good',
  notMet: 'bad',
  notApplicable: 'plain',
};

function Figures({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('inspection');
  const language = useLanguage();
  const { telephone, poll } = inspection;
  return (
    <>
      {telephone && (
        <>
          <h2>{t('page.telephone')}</h2>
          <p>
            {[
              t(telephone.answered ? 'page.telephoneAnswered' : 'page.telephoneNot'),
              telephone.rings !== undefined && t('page.rings', { count: telephone.rings }),
              telephone.seconds !== undefined && t('page.seconds', { count: telephone.seconds }),
              telephone.right !== undefined && t(telephone.right ? 'page.right' : 'page.wrong'),
            ]
              .filter(Boolean)
              .join(language === 'en' ? ', ' : '，')}
          </p>
        </>
      )}
      {poll && (
        <>
          <h2>{t('page.poll')}</h2>
          <p>
            {t('page.pollText', {
              asked: poll.asked,
              satisfied: poll.satisfied,
              rate: new Intl.NumberFormat(language, {
                style: 'percent',
                maximumFractionDigits: 1,
              }).format(poll.satisfied / poll.asked),
            })}
          </p>
        </>
      )}
    </>
  );
}

function Calls({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('inspection');
  const { sample } = inspection;
  return (
    <>
      <h2>{t('page.calls')}</h2>
      {sample && (
        <p className="quiet">
          {t('new.drawn', { of: sample.drawnFrom, count: sample.cases.length, seed: sample.seed })}
        </p>
      )}
      <Table
        caption={t('page.calls')}
        rows={inspection.calls}
        rowKey={(call) => call.caseNumber}
        columns={[
          {
            key: 'case',
            header: t('page.caseNumber'),
            rowHeader: true,
            cell: (call) => <Link href={`/staff/cases/${call.caseNumber}`}>{call.caseNumber}</Link>,
          },
          {
            key: 'result',
            header: t('page.result'),
            cell: (call) => {
              if (!call.reached) return t('new.notReached');
              if (call.satisfied === undefined) return t('new.reached');
              return t(call.satisfied ? 'new.reachedSatisfied' : 'new.reachedNot');
            },
          },
        ]}
      />
    </>
  );
}

/** A file of evidence. */
function File({ id, file }: { id: string; file: InspectionEvidence }) {
  const { t } = useTranslation('inspection');
  return (
    <li className={record.ways}>
      <SaveButton
        name={file.fileName}
        label={t('page.download', { name: file.fileName })}
        fetch={async () => {
          const { data } = await downloadInspectionEvidence({
            path: { inspectionId: id, evidenceId: file.id },
            parseAs: 'blob',
            throwOnError: true,
          });
          return data;
        }}
      />
    </li>
  );
}

/** What was checked, seen and concluded. */
export function Content({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('inspection');
  const english = useLanguage() === 'en';
  return (
    <>
      <h2>{t('page.found')}</h2>
      <p className={styles.words} lang="zh-CN">
        {inspection.found}
      </p>
      <h2>{t('page.conclusion')}</h2>
      <p className={styles.words} lang="zh-CN">
        {inspection.conclusion}
      </p>
      <Figures inspection={inspection} />
      <h2>{t('page.checks', { version: inspection.checklistVersion })}</h2>
      <Table
        caption={t('page.checks', { version: inspection.checklistVersion })}
        rows={inspection.checks}
        rowKey={(check) => check.code}
        columns={[
          {
            key: 'check',
            header: t('page.check'),
            rowHeader: true,
            cell: (check) => (english ? check.textEn : check.text),
          },
          {
            key: 'result',
            header: t('page.result'),
            cell: (check) => <Tag tone={TONES[check.result]}>{t(`result.${check.result}`)}</Tag>,
          },
        ]}
      />
      {inspection.cases.length > 0 && (
        <>
          <h2>{t('page.cases')}</h2>
          <p className={record.line}>
            {inspection.cases.map((number) => (
              <Link key={number} href={`/staff/cases/${number}`}>
                {number}
              </Link>
            ))}
          </p>
        </>
      )}
      {inspection.calls.length > 0 && <Calls inspection={inspection} />}
      {inspection.evidence.length > 0 && (
        <>
          <h2>{t('page.evidence')}</h2>
          <ul role="list" className={record.list}>
            {inspection.evidence.map((file) => (
              <File key={file.id} id={inspection.summary.id} file={file} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
