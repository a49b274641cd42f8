import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { Inspection, InspectionAction } from '@/api/generated';
import { getInspectionOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, KeyFacts, Loading, Name, Problem, Steps, Tag } from '@/components';
import { Derivation } from '@/components/case';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import record from '../Record.module.css';
import { useNow } from '../useNow';
import { ActDialog } from './ActDialog';
import { Content } from './Content';
import { InspectionStateTag, usePostName } from './words';

function Facts({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('inspection');
  const postName = usePostName();
  const { summary } = inspection;
  return (
    <KeyFacts
      compact
      facts={[
        { label: t('page.department'), value: <Name of={summary.department} /> },
        { label: t('page.region'), value: <Name of={summary.region} /> },
        ...(summary.place ? [{ label: t('page.place'), value: <Name of={summary.place} /> }] : []),
        ...(summary.post ? [{ label: t('page.post'), value: postName(summary.post) }] : []),
        { label: t('page.at'), value: <DateTime value={summary.inspectedAt} /> },
        {
          label: t('page.inspectors'),
          value: inspection.inspectors.map((each) => (
            <span key={each.code}>
              <Name of={each} />{' '}
            </span>
          )),
        },
        {
          label: t('page.findings'),
          value:
            summary.findings > 0
              ? t('page.findingsCount', { count: summary.findings })
              : t('page.none'),
        },
      ]}
    />
  );
}

function Acting({ inspection, onChanged }: { inspection: Inspection; onChanged: () => void }) {
  const { t } = useTranslation('inspection');
  const [doing, setDoing] = useState<InspectionAction>();
  if (inspection.possible.length === 0) return <p>{t('page.nothing')}</p>;
  return (
    <>
      <div className={record.ways}>
        {inspection.possible.map((action) => (
          <Button
            key={action}
            look={action === 'return' ? 'secondary' : 'primary'}
            onClick={() => setDoing(action)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {doing && (
        <ActDialog
          inspection={inspection}
          action={doing}
          onDone={() => {
            setDoing(undefined);
            onChanged();
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

function Acts({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation('inspection');
  return (
    <Steps
      steps={inspection.acts.map((act) => ({
        number: act.number,
        what: (
          <>
            <b>{t(`act.${act.kind}`)}</b>
            {act.days !== undefined && <> · {t('page.days', { count: act.days })}</>}
          </>
        ),
        when: (
          <>
            <DateTime value={act.at} /> · <Name of={act.by} />
          </>
        ),
        words: act.words,
      }))}
    />
  );
}

/** An inspection: what was seen, what can be done now, and what has happened so far. */
export function InspectionPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const { id = '' } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const now = useNow();
  const found = useQuery({
    ...getInspectionOptions({ path: { inspectionId: id } }),
    staleTime: 0,
  });
  const inspection = found.data;
  usePageTitle(inspection?.summary.number ?? t('list.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${record.page}`}>
      <p>
        <Link href="/staff/inspections">{t('page.all')}</Link>
      </p>
      <div className={record.head}>
        <h1 lang={inspection && 'zh-CN'}>{inspection?.summary.number ?? t('list.title')}</h1>
        {inspection && (
          <>
            <Tag>{t(`kind.${inspection.summary.kind}`)}</Tag>
            <InspectionStateTag state={inspection.summary.state} />
            {inspection.summary.late && <Tag tone="bad">{t('list.late')}</Tag>}
          </>
        )}
      </div>
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {inspection && (
        <>
          <Facts inspection={inspection} />
          <h2>{t('page.now')}</h2>
          <Acting inspection={inspection} onChanged={() => void queries.invalidateQueries()} />
          {inspection.deadline && (
            <>
              <h3>{t('page.until')}</h3>
              <Derivation deadline={inspection.deadline} now={now} />
            </>
          )}
          <Content inspection={inspection} />
          <h2>{t('page.acts')}</h2>
          <Acts inspection={inspection} />
        </>
      )}
    </div>
  );
}
