import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CrossRegionFigure,
  type CrossRegionItem,
  endCrossRegionItem,
  markCrossRegionItem,
} from '@/api/generated';
import {
  countCrossRegionCasesOptions,
  listCrossRegionItemsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Empty, Loading, Name, Problem, SelectField, Table, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CheckGroup } from './CheckGroup';
import { EndDialog } from './EndDialog';
import { EntrustedEntry, TermFields, useTexts } from './Entrusted';
import styles from './Places.module.css';
import { PreviewDialog } from './PreviewDialog';

const LEVELS = ['county', 'township'] as const;

function MarkDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('place');
  const [collect, setCollect] = useState(true);
  const [texts, field] = useTexts({ itemCode: '', basis: '', from: '', until: '' });
  return (
    <PreviewDialog
      title={t('crossRegion.mark')}
      onDone={onDone}
      onClose={onClose}
      send={async (dryRun) => {
        const { until, ...rest } = texts;
        const body = { ...rest, collect, ...(until && { until }) };
        return (await markCrossRegionItem({ body, query: { dryRun }, throwOnError: true })).data;
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            label={t('crossRegion.itemCode')}
            maxLength={100}
            width="medium"
            {...field('itemCode', errorOf)}
          />
          <TextField label={t('crossRegion.basis')} maxLength={200} {...field('basis', errorOf)} />
          <CheckGroup
            legend={<span className="visually-hidden">{t('crossRegion.collect')}</span>}
            choices={[{ value: 'collect', label: t('crossRegion.collect') }]}
            chosen={collect ? ['collect'] : []}
            onChange={(chosen) => setCollect(chosen.length > 0)}
          />
          <TermFields field={(name) => field(name, errorOf)} />
        </>
      )}
    </PreviewDialog>
  );
}

function Entry({ item, onEnd }: { item: CrossRegionItem; onEnd?: () => void }) {
  const { t } = useTranslation('place');
  return (
    <EntrustedEntry
      of={item}
      ground={item.basis}
      ending={onEnd && { label: t('crossRegion.end'), name: item.itemName, run: onEnd }}
    >
      <span>
        <Name of={item.department} />
      </span>
      <span>{t(item.collect ? 'crossRegion.collect' : 'crossRegion.notCollect')}</span>
    </EntrustedEntry>
  );
}

/** Cases by where they were taken in and where they are decided. */
function Figures() {
  const { t } = useTranslation('place');
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('county');
  const found = useQuery(countCrossRegionCasesOptions({ query: { level } }));
  const number = (key: 'cases' | 'open' | 'granted' | 'refused') => ({
    key,
    header: t(`crossRegion.${key}`),
    numeric: true,
    cell: (figure: CrossRegionFigure) => figure[key],
  });
  return (
    <section className={styles.part} aria-labelledby="figures">
      <h2 id="figures">{t('crossRegion.figures')}</h2>
      <p>{t('crossRegion.figuresLead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('crossRegion.level')}
          value={level}
          onChange={({ target }) =>
            setLevel(LEVELS.find((each) => each === target.value) ?? 'county')
          }
        >
          {LEVELS.map((each) => (
            <option key={each} value={each}>
              {t(`crossRegion.levels.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={3} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data?.length === 0 && <p>{t('crossRegion.noFigures')}</p>}
      {found.data && found.data.length > 0 && (
        <Table
          caption={t('crossRegion.figures')}
          rows={found.data}
          rowKey={(figure) => `${figure.takenIn.code}/${figure.home.code}`}
          columns={[
            {
              key: 'takenIn',
              header: t('crossRegion.takenIn'),
              rowHeader: true,
              cell: (figure) => <Name of={figure.takenIn} />,
            },
            {
              key: 'home',
              header: t('crossRegion.home'),
              cell: (figure) => <Name of={figure.home} />,
            },
            number('cases'),
            number('open'),
            number('granted'),
            number('refused'),
            {
              key: 'median',
              header: t('crossRegion.median'),
              cell: (figure) =>
                figure.medianHours === undefined
                  ? '—'
                  : t('crossRegion.hours', { count: figure.medianHours }),
            },
          ]}
        />
      )}
    </section>
  );
}

/** Items that any centre takes in for the region that decides, and how many cases that were (跨区域通办). */
export function CrossRegionPage() {
  const { t } = useTranslation(['place', 'common']);
  const account = useAccount();
  const [all, setAll] = useState(false);
  const [marking, setMarking] = useState(false);
  const [ending, setEnding] = useState<CrossRegionItem>();
  usePageTitle(t('crossRegion.title'), t('common:site.name'));
  const manages = mayAny(account, ['places.manage']);
  const found = useQuery(listCrossRegionItemsOptions({ query: { all } }));
  const done = () => {
    setMarking(false);
    setEnding(undefined);
    void found.refetch();
  };
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('crossRegion.title')}</h1>
        {manages && <Button onClick={() => setMarking(true)}>{t('crossRegion.mark')}</Button>}
      </div>
      <p className="lead">{t('crossRegion.lead')}</p>
      <CheckGroup
        legend={<span className="visually-hidden">{t('crossRegion.all')}</span>}
        choices={[{ value: 'all', label: t('crossRegion.all') }]}
        chosen={all ? ['all'] : []}
        onChange={(chosen) => setAll(chosen.length > 0)}
      />
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data?.length === 0 && <Empty title={t('crossRegion.none')} />}
      {found.data && found.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {found.data.map((item) => (
            <Entry key={item.id} item={item} {...(manages && { onEnd: () => setEnding(item) })} />
          ))}
        </ul>
      )}
      <Figures />
      {marking && <MarkDialog onDone={done} onClose={() => setMarking(false)} />}
      {ending && (
        <EndDialog
          title={`${t('crossRegion.end')} ${ending.itemName}`}
          send={async (body, dryRun) =>
            (
              await endCrossRegionItem({
                path: { id: ending.id },
                query: { dryRun },
                body,
                throwOnError: true,
              })
            ).data
          }
          onDone={done}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  );
}
