import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  getJointApplicationOptions,
  getJointApplicationQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { type JointFile, sendJointNotice, startJointly } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Bilingual,
  Button,
  DateTime,
  Loading,
  Money,
  Name,
  Problem,
  Section,
  Tag,
} from '@/components';
import { Lanes, type LaneView } from '@/components/joint';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useNow } from '../useNow';
import styles from './Joint.module.css';
import { Meetings } from './Meetings';
import { Statement } from './Statement';

/** What the lead can do for all of them together. */
function Lead({ file, onDone }: { file: JointFile; onDone: (after: JointFile) => void }) {
  const { t } = useTranslation('joint');
  const language = useLanguage();
  const [key, setKey] = useState(newIdempotencyKey);
  const number = file.application.jointNumber;
  const send = useMutation({
    mutationFn: async (what: 'notice' | 'start') =>
      (
        await (what === 'notice' ? sendJointNotice : startJointly)({
          path: { jointNumber: number },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: (after) => {
      setKey(newIdempotencyKey());
      onDone(after);
    },
  });
  const may = (what: JointFile['possible'][number]) => file.possible.includes(what);
  if (!may('sendNotice') && !may('start')) return null;
  return (
    <section className={styles.act} aria-labelledby="lead-act">
      {may('sendNotice') && (
        <>
          <h2 id="lead-act">{t('file.notice')}</h2>
          <p>
            {t('file.noticeText', {
              date: file.application.noticeDue
                ? formatDate(file.application.noticeDue, language, 'date')
                : '',
            })}
          </p>
          <Button busy={send.isPending} onClick={() => send.mutate('notice')}>
            {t('file.notice')}
          </Button>
        </>
      )}
      {may('start') && (
        <>
          <h2 id="lead-act">{t('file.start')}</h2>
          <p>{t('file.startText')}</p>
          <Button busy={send.isPending} onClick={() => send.mutate('start')}>
            {t('file.start')}
          </Button>
        </>
      )}
      {send.error && <Problem problem={toProblem(send.error)} />}
    </section>
  );
}

/** What a department has said of its case, as far as this reader may know. */
function Said({ file, lane }: { file: JointFile; lane: LaneView }) {
  const { t } = useTranslation('joint');
  const statement = file.statements.find((one) => one.caseNumber === lane.caseNumber);
  if (!statement || file.application.phase !== 'gathering') return null;
  return (
    <>
      <p className={styles.statement}>
        {statement.stated ? (
          <Tag tone={statement.complete === false ? 'sun' : 'good'}>
            {t(
              statement.complete === undefined
                ? 'file.stated'
                : statement.complete
                  ? 'file.complete'
                  : 'file.lacking',
            )}
          </Tag>
        ) : (
          <Tag>{t('file.waiting')}</Tag>
        )}
        {statement.statedAt && <DateTime value={statement.statedAt} />}
      </p>
      {statement.lacks && statement.lacks.length > 0 && (
        <ul lang="zh-CN">
          {statement.lacks.map((lack) => (
            <li key={lack.what}>{lack.what}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Shown({ file }: { file: JointFile }) {
  const { t } = useTranslation(['joint', 'common']);
  const language = useLanguage();
  const queries = useQueryClient();
  const now = useNow();
  const { application } = file;
  const [done, setDone] = useState(false);
  const after = (changed: JointFile) => {
    queries.setQueryData(
      getJointApplicationQueryKey({ path: { jointNumber: application.jointNumber } }),
      changed,
    );
    setDone(true);
  };
  const name =
    language === 'en' ? (application.themeNameEn ?? application.themeName) : application.themeName;
  usePageTitle(`${application.jointNumber} ${name}`, t('common:site.name'));
  const mine = file.statements.filter((one) => one.mayState);
  return (
    <article className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/staff/joint">{t('desk.back')}</Link>
      </p>
      <p className="quiet">
        {application.jointNumber} · <span lang="zh-CN">{application.applicantMasked}</span>
      </p>
      <h1>
        <Bilingual chinese={application.themeName} english={application.themeNameEn} />
      </h1>
      <dl className={styles.facts}>
        {application.project && (
          <div>
            <dt>{t('track.project')}</dt>
            <dd lang="zh-CN">
              <Link href={`/staff/projects/${application.project.projectCode}`}>
                {application.project.name}
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('track.lead_department')}</dt>
          <dd>
            <Name of={application.leadDepartment} />
          </dd>
        </div>
        <div>
          <dt>{t('track.lanes')}</dt>
          <dd>{t(`phase.${application.phase}`)}</dd>
        </div>
        {application.statementsDue && (
          <div>
            <dt>{t('file.due')}</dt>
            <dd>
              <DateTime value={application.statementsDue} as="date" />
            </dd>
          </div>
        )}
        {application.noticeDue && (
          <div>
            <dt>{t('receipt.noticeDue')}</dt>
            <dd>
              <DateTime value={application.noticeDue} as="date" />
            </dd>
          </div>
        )}
        {application.dueAt && (
          <div>
            <dt>{t('track.dueAt')}</dt>
            <dd>
              <DateTime value={application.dueAt} as="date" />
            </dd>
          </div>
        )}
      </dl>
      <div role="status">{done && <p>{t('file.done')}</p>}</div>
      {mine.map((one) => {
        const lane = application.lanes.find((each) => each.caseNumber === one.caseNumber);
        return (
          lane && (
            <Statement
              key={one.caseNumber}
              jointNumber={application.jointNumber}
              lane={lane}
              onDone={after}
            />
          )
        );
      })}
      {file.lead && <Lead file={file} onDone={after} />}
      <Section id="lanes" title={t('track.lanes')} wide>
        <Lanes
          lanes={application.lanes}
          now={now}
          hrefOf={(lane) => `/staff/cases/${lane.caseNumber}`}
          beneath={(lane) => <Said file={file} lane={lane} />}
        />
      </Section>
      {(file.meetings.length > 0 || file.possible.includes('convene')) && (
        <Section id="meetings" title={t('meeting.title')}>
          <Meetings file={file} onDone={after} />
        </Section>
      )}
      <Section id="charge" title={t('charge.title')}>
        {application.charge.lines.length === 0 ? (
          <p>{t('charge.none')}</p>
        ) : (
          <p>
            {t('charge.total')} <Money fen={application.charge.totalFen} />
          </p>
        )}
      </Section>
    </article>
  );
}

/** A joint application on the desk of the lead, or of a department that has joined it. */
export function JointPage() {
  const { number = '' } = useParams<{ number: string }>();
  const file = useQuery({
    ...getJointApplicationOptions({ path: { jointNumber: number } }),
    staleTime: 0,
    refetchInterval: 30_000,
  });
  if (file.data) return <Shown key={number} file={file.data} />;
  return (
    <div className={`wrap ${styles.page}`}>
      {file.error ? (
        <Problem problem={toProblem(file.error)} onRetry={() => void file.refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </div>
  );
}
