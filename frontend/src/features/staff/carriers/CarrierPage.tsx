import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { Carrier, CarrierDetail } from '@/api/generated';
import { getCarrierOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  KeyFacts,
  Loading,
  Name,
  Problem,
  Table,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../people/people.module.css';
import { CarrierDialog } from './CarrierDialog';
import { PairDialog, PostDialog } from './DeviceDialogs';
import { hasDevice, StateTag } from './words';

function Facts({ carrier }: { carrier: Carrier }) {
  const { t } = useTranslation('carriers');
  return (
    <KeyFacts
      facts={[
        { label: t('stateLabel'), value: <StateTag state={carrier.state} /> },
        {
          label: t('where'),
          value: <Bilingual chinese={carrier.place} english={carrier.placeEn} />,
        },
        {
          label: t('who'),
          value: (
            <>
              <Name of={carrier.responsible} /> <Name of={carrier.department} />
            </>
          ),
        },
        ...(carrier.size ? [{ label: t('field.size'), value: carrier.size }] : []),
        ...(hasDevice(carrier.kind)
          ? [
              {
                label: t('lastSeen'),
                value: carrier.beat ? <DateTime value={carrier.beat.at} /> : t('never'),
              },
              ...(carrier.beat
                ? [
                    {
                      label: t('age'),
                      value: t('seconds', { count: carrier.beat.dataAgeSeconds }),
                    },
                    { label: t('version'), value: carrier.beat.version },
                  ]
                : []),
            ]
          : [
              { label: t('postedOn'), value: carrier.postedOn ?? t('never') },
              ...(carrier.postingDueOn ? [{ label: t('dueOn'), value: carrier.postingDueOn }] : []),
            ]),
      ]}
    />
  );
}

function Outages({ of }: { of: CarrierDetail }) {
  const { t } = useTranslation('carriers');
  return (
    <section className={styles.section}>
      <h2>{t('outages')}</h2>
      {of.outages.length === 0 ? (
        <p className="quiet">{t('noOutages')}</p>
      ) : (
        <Table
          caption={t('outages')}
          rows={of.outages}
          rowKey={(outage) => outage.beganAt}
          columns={[
            {
              key: 'kind',
              header: t('stateLabel'),
              rowHeader: true,
              cell: (outage) => t(`outage.${outage.kind}`),
            },
            {
              key: 'began',
              header: t('began'),
              cell: (outage) => <DateTime value={outage.beganAt} />,
            },
            {
              key: 'noticed',
              header: t('noticed'),
              cell: (outage) => <DateTime value={outage.noticedAt} />,
            },
            {
              key: 'recovered',
              header: t('recovered'),
              cell: (outage) =>
                outage.recoveredAt ? <DateTime value={outage.recoveredAt} /> : t('notYet'),
            },
          ]}
        />
      )}
    </section>
  );
}

function Postings({ of }: { of: CarrierDetail }) {
  const { t } = useTranslation('carriers');
  return (
    <section className={styles.section}>
      <h2>{t('postings')}</h2>
      {of.postings.length === 0 ? (
        <p className="quiet">{t('noPostings')}</p>
      ) : (
        <Table
          caption={t('postings')}
          rows={of.postings}
          rowKey={(posting) => posting.notedAt}
          columns={[
            {
              key: 'day',
              header: t('postDay'),
              rowHeader: true,
              labelled: true,
              cell: (posting) => posting.postedOn,
            },
            {
              key: 'what',
              header: t('what'),
              cell: (posting) => <span lang="zh-CN">{posting.what}</span>,
            },
            {
              key: 'by',
              header: t('by'),
              cell: (posting) => <span lang="zh-CN">{posting.by}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}

/** A carrier: how it is, when it was silent, what was posted, and what the reader can do. */
export function CarrierPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const { code = '' } = useParams<{ code: string }>();
  const nameText = useNameText();
  const [doing, setDoing] = useState<'change' | 'pair' | 'post'>();
  const found = useQuery({
    ...getCarrierOptions({ path: { carrier: code } }),
    refetchInterval: 5_000,
  });
  const carrier = found.data?.carrier;
  usePageTitle(carrier ? nameText(carrier) : t('title'), t('common:site.name'));
  const over = () => {
    setDoing(undefined);
    void found.refetch();
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/carriers">{t('title')}</Link>
      </p>
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.isPending && <Loading lines={6} />}
      {found.data && carrier && (
        <>
          <h1>
            <Name of={carrier} />
          </h1>
          <p className="quiet">
            {t(`kind.${carrier.kind}`)} {carrier.code}
            {hasDevice(carrier.kind) && (
              <>
                {' · '}
                <a
                  href={
                    carrier.kind === 'touch'
                      ? `/kiosk/${carrier.code}`
                      : `/board/${carrier.screenCode ?? 'all'}`
                  }
                >
                  {t('open')}
                </a>
              </>
            )}
          </p>
          <Facts carrier={carrier} />
          {found.data.may.length > 0 && (
            <div className={styles.ways}>
              {found.data.may.map((way) => (
                <Button key={way} look="secondary" onClick={() => setDoing(way)}>
                  {t(way)}
                </Button>
              ))}
            </div>
          )}
          {hasDevice(carrier.kind) ? <Outages of={found.data} /> : <Postings of={found.data} />}
          {doing === 'change' && (
            <CarrierDialog carrier={carrier} onDone={over} onClose={() => setDoing(undefined)} />
          )}
          {doing === 'pair' && <PairDialog code={code} onClose={over} />}
          {doing === 'post' && (
            <PostDialog code={code} onDone={over} onClose={() => setDoing(undefined)} />
          )}
        </>
      )}
    </div>
  );
}
