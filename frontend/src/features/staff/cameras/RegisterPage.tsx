import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Camera } from '@/api/generated';
import { listCamerasInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Empty,
  Loading,
  More,
  Name,
  Problem,
  Table,
} from '@/components';
import { PAGED } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Cameras.module.css';
import { CameraDialog } from './CameraDialog';

/** The register of cameras over windows 电子眼登记: administrators keep it, and see no picture. */
export function RegisterPage() {
  const { t } = useTranslation(['cameras', 'common']);
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Camera | 'new'>();
  usePageTitle(t('register.title'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listCamerasInfiniteOptions({ query: { limit: 50 } }),
    ...PAGED,
  });
  const rows = found.data?.pages.flatMap((page) => page.items);
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('register.title')}</h1>
      <p className="lead">{t('register.lead')}</p>
      <p className={styles.ways}>
        <Button onClick={() => setChanging('new')}>{t('register.add')}</Button>
        <Link href="/staff/administration/changes?kind=camera">{t('register.changes')}</Link>
      </p>
      {changing && (
        <CameraDialog
          {...(changing !== 'new' && { camera: changing })}
          onDone={() => {
            setChanging(undefined);
            void queries.invalidateQueries();
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {rows?.length === 0 && (
        <Empty title={t('register.none')}>
          <p>{t('register.noneText')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <Table
          caption={t('register.title')}
          rows={rows}
          rowKey={(camera) => camera.code}
          columns={[
            {
              key: 'code',
              header: t('register.code'),
              rowHeader: true,
              cell: (camera) => camera.code,
            },
            {
              key: 'name',
              header: t('register.name'),
              cell: (camera) => <Bilingual chinese={camera.name} english={camera.nameEn} />,
            },
            {
              key: 'place',
              header: t('open.place'),
              cell: (camera) => <Name of={camera.place} />,
            },
            {
              key: 'window',
              header: t('open.window'),
              cell: (camera) => t('camera.window', { window: camera.window }),
            },
            {
              key: 'department',
              header: t('open.department'),
              cell: (camera) => <Name of={camera.department} />,
            },
            {
              key: 'since',
              header: t('register.since'),
              cell: (camera) => (
                <>
                  <DateTime value={camera.from} as="date" />
                  {camera.until && (
                    <>
                      {' – '}
                      <DateTime value={camera.until} as="date" />
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'change',
              header: t('register.change'),
              cell: (camera) => (
                <Button look="secondary" onClick={() => setChanging(camera)}>
                  {t('register.change')} <span className="visually-hidden">{camera.code}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
      <More of={found} />
    </div>
  );
}
