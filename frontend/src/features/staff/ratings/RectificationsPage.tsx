import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { assignRectification, closeRectification, type Rectification } from '@/api/generated';
import { listRectificationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Empty,
  LoadMore,
  Loading,
  Name,
  Problem,
  SelectField,
  Tag,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { RatingDialog } from './RatingDialog';
import styles from './Ratings.module.css';
import { STATE_TONES, STATES } from './tones';
import { WordsDialog } from './WordsDialog';

interface Doing {
  what: 'assign' | 'close' | 'see';
  of: Rectification;
}

function Entry({ of, onDo }: { of: Rectification; onDo: (what: Doing['what']) => void }) {
  const { t } = useTranslation('ratings');
  const language = useLanguage();
  const day = (value: string) => formatDate(value, language, 'date');
  const words: [string, string | undefined][] = [
    [t('mending.problem'), of.problem],
    [t('mending.answer'), of.answer],
    [t('mending.stillWrong'), of.stillWrong],
    [t('mending.closeReason'), of.closeReason],
  ];
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <Tag tone={STATE_TONES[of.state]}>{t(`mending.states.${of.state}`)}</Tag>
        <b>
          <Name of={of.department} />
        </b>
        {of.overdue && <Tag tone="bad">{t('mending.overdue')}</Tag>}
      </div>
      <p className={list.meta}>
        <span>{t('mending.opened', { at: day(of.openedAt) })}</span>
        {of.dueOn && (
          <span>
            {t('mending.due', { at: day(of.dueOn) })}
            {of.dueProvisional && t('mending.provisional')}
          </span>
        )}
        {of.confirmBy && <span>{t('mending.confirmBy', { at: day(of.confirmBy) })}</span>}
        {of.round > 1 && <span>{t('mending.round', { round: of.round })}</span>}
      </p>
      <dl className={styles.facts}>
        {words.map(
          ([label, text]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang="zh-CN">{text}</dd>
              </div>
            ),
        )}
      </dl>
      <div className={styles.line}>
        {of.mayAssign && (
          <Button onClick={() => onDo('assign')}>
            {t('mending.assign')}
            <span className="visually-hidden"> {of.department.name}</span>
          </Button>
        )}
        <Button look="secondary" onClick={() => onDo('see')}>
          {t('mending.see')}
        </Button>
        {of.mayClose && (
          <Button look="quiet" onClick={() => onDo('close')}>
            {t('mending.close')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What bad ratings ask of departments, on the supervisors' side. */
export function RectificationsPage() {
  const { t } = useTranslation(['ratings', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const [doing, setDoing] = useState<Doing>();
  usePageTitle(t('mending.title'), t('common:site.name'));
  const state = STATES.find((each) => each === parameters.get('state'));
  const found = useInfiniteQuery({
    ...listRectificationsInfiniteOptions({ query: { ...(state && { state }), limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const done = () => {
    setDoing(undefined);
    void found.refetch();
  };
  const headers = doing && { 'If-Match': `"${doing.of.version}"` };
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('mending.title')}</h1>
      <p className="lead">{t('mending.lead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('mending.state')}
          width="medium"
          value={state ?? ''}
          onChange={({ target }) =>
            setParameters(target.value ? { state: target.value } : {}, { replace: true })
          }
        >
          <option value="">{t('mending.all')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`mending.states.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && total === 0 && <Empty title={t('mending.none')} />}
      {items.length > 0 && (
        <>
          <ul className={styles.list}>
            {items.map((one) => (
              <Entry key={one.id} of={one} onDo={(what) => setDoing({ what, of: one })} />
            ))}
          </ul>
          <LoadMore
            shown={items.length}
            total={total}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
      {doing?.what === 'see' && (
        <RatingDialog
          id={doing.of.ratingId}
          onChanged={() => void found.refetch()}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing?.what === 'assign' && (
        <WordsDialog
          title={t('mending.assignTitle', { department: nameText(doing.of.department) })}
          text={t(doing.of.mayBeNamed ? 'mending.named' : 'mending.unnamed')}
          label={t('mending.problem')}
          hint={t('mending.assignHint')}
          onSend={(problem) =>
            assignRectification({
              path: { rectificationId: doing.of.id },
              headers,
              body: { problem },
              throwOnError: true,
            })
          }
          onDone={done}
          onStale={() => void found.refetch()}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing?.what === 'close' && (
        <WordsDialog
          title={t('mending.closeTitle')}
          label={t('mending.why')}
          hint={t('mending.closeHint')}
          maxLength={500}
          onSend={(why) =>
            closeRectification({
              path: { rectificationId: doing.of.id },
              headers,
              body: { why },
              throwOnError: true,
            })
          }
          onDone={done}
          onStale={() => void found.refetch()}
          onClose={() => setDoing(undefined)}
        />
      )}
    </div>
  );
}
