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
import {
  Bilingual,
  Button,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
  TextField,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CheckGroup } from './CheckGroup';
import { EndDialog } from './EndDialog';
import styles from './Places.module.css';
import { PreviewDialog } from './PreviewDialog';

const TONES = { upcoming: 'sun', inForce: 'good', expired: 'plain', ended: 'bad' } as const;
const LEVELS = ['county', 'township'] as const;

function MarkDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('place');
  const [collect, setCollect] = useState(true);
  const [texts, setTexts] = useState({ itemCode: '', basis: '', from: '', until: '' });
  const field = (name: keyof typeof texts, errorOf: (field: string) => string | undefined) => ({
    value: texts[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) =>
      setTexts({ ...texts, [name]: target.value }),
  });
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
          <TextField
            label={t('delegations.from')}
            type="date"
            width="short"
            {...field('from', errorOf)}
          />
          <TextField
            label={t('delegations.until')}
            hint={t('delegations.untilOpen')}
            optional
            type="date"
            width="short"
            {...field('until', errorOf)}
          />
        </>
      )}
    </PreviewDialog>
  );
}

function Entry({ item, onEnd }: { item: CrossRegionItem; onEnd?: () => void }) {
  const { t } = useTranslation('place');
  const running = item.state === 'inForce' || item.state === 'upcoming';
  return (
    <li className={styles.entry}>
      <p>
        <b>
          <Bilingual chinese={item.itemName} english={item.itemNameEn} />
        </b>{' '}
        <Tag tone={TONES[item.state]}>{t(`delegations.state.${item.state}`)}</Tag>
      </p>
      <p className={styles.meta}>
        <span>
          <Name of={item.department} />
        </span>
        <span>{t(item.collect ? 'crossRegion.collect' : 'crossRegion.notCollect')}</span>
      </p>
      <p className={styles.meta}>
        <span lang="zh-CN">{item.basis}</span>
        <span>
          <DateTime value={item.from} as="date" /> –{' '}
          {item.until ? <DateTime value={item.until} as="date" /> : t('delegations.openEnded')}
        </span>
        {item.endedWhy && <span lang="zh-CN">{item.endedWhy}</span>}
      </p>
      {running && onEnd && (
        <div>
          <Button look="secondary" onClick={onEnd}>
            {t('crossRegion.end')}
            <span className="visually-hidden"> {item.itemName}</span>
          </Button>
        </div>
      )}
    </li>
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
