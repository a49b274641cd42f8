import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CameraViewing } from '@/api/generated';
import { listCameraViewingsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  DateTime,
  KeyFacts,
  Loading,
  More,
  Name,
  Problem,
  Section,
  Table,
} from '@/components';
import { PAGED, useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { AttachDialog } from './AttachDialog';
import { Gaps } from './Gaps';
import { OpenForm } from './OpenForm';
import { Player } from './Player';
import { useCameraText, useSpanText } from './words';

/** What was opened, and what can be done with it. */
function Opened({ viewing, finding }: { viewing: CameraViewing; finding: string }) {
  const { t } = useTranslation('cameras');
  const cameraText = useCameraText();
  const spanText = useSpanText();
  const attaches = mayAny(useAccount(), ['findings.read']);
  const [attaching, setAttaching] = useState(false);
  const [attached, setAttached] = useState('');
  const title = cameraText(viewing.camera);
  const there = viewing.recorded.length > 0;
  return (
    <Section id="recording" title={title}>
      <KeyFacts
        facts={[
          { label: t('viewing.span'), value: spanText(viewing.from, viewing.until) },
          { label: t('open.department'), value: <Name of={viewing.camera.department} /> },
          {
            label: t('viewing.openUntil'),
            value: <DateTime value={viewing.openUntil} as="time" />,
          },
        ]}
      />
      {there && (
        <Player playlist={`/api/v1/camera-viewings/${viewing.id}/playlist`} title={title} />
      )}
      <Gaps gaps={viewing.gaps} />
      {attached && (
        <p role="status">
          {t('attach.done')} <Link href={`/staff/findings/${attached}`}>{t('attach.see')}</Link>
        </p>
      )}
      {there && attaches && (
        <Button look="secondary" onClick={() => setAttaching(true)}>
          {t('attach.title')}
        </Button>
      )}
      {attaching && (
        <AttachDialog
          viewing={viewing}
          finding={finding}
          onDone={(done) => {
            setAttaching(false);
            setAttached(done);
          }}
          onClose={() => setAttaching(false)}
        />
      )}
    </Section>
  );
}

/** Who looked at what, and why 调阅记录. */
function Viewings() {
  const { t } = useTranslation('cameras');
  const cameraText = useCameraText();
  const spanText = useSpanText();
  const found = useInfiniteQuery({
    ...listCameraViewingsInfiniteOptions({ query: { limit: 20 } }),
    ...PAGED,
  });
  const rows = found.data?.pages.flatMap((page) => page.items);
  return (
    <Section id="viewings" title={t('viewings.title')}>
      <p className="quiet">{t('viewings.lead')}</p>
      {found.isPending && <Loading lines={4} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {rows?.length === 0 && <p className="quiet">{t('viewings.none')}</p>}
      {rows && rows.length > 0 && (
        <Table
          caption={t('viewings.title')}
          rows={rows}
          rowKey={(each) => each.id}
          columns={[
            {
              key: 'at',
              header: t('viewings.at'),
              rowHeader: true,
              cell: (each) => <DateTime value={each.at} />,
            },
            { key: 'who', header: t('viewings.who'), cell: (each) => <Name of={each.account} /> },
            {
              key: 'what',
              header: t('viewings.what'),
              cell: (each) => (
                <>
                  {cameraText(each.camera)}
                  <br />
                  <span className="quiet">{spanText(each.from, each.until)}</span>
                </>
              ),
            },
            {
              key: 'why',
              header: t('viewings.why'),
              cell: (each) => (
                <>
                  {t(`reason.${each.reasonKind}`)}
                  <br />
                  <span className="quiet">{each.reason}</span>
                </>
              ),
            },
          ]}
        />
      )}
      <More of={found} />
    </Section>
  );
}

/** Looking at what the cameras over windows recorded 电子眼, for supervisors and the discipline office. */
export function CamerasPage() {
  const { t } = useTranslation(['cameras', 'common']);
  const queries = useQueryClient();
  const finding = useFilters().text('finding');
  const [viewing, setViewing] = useState<CameraViewing>();
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {finding && (
        <p>
          <Link href={`/staff/findings/${finding}`}>{t('forFinding')}</Link>
        </p>
      )}
      <OpenForm
        onOpened={(opened) => {
          setViewing(opened);
          void queries.invalidateQueries();
        }}
      />
      {viewing && <Opened key={viewing.id} viewing={viewing} finding={finding} />}
      <Viewings />
    </div>
  );
}
