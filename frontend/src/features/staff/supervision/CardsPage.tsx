import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ListCardsData } from '@/api/generated';
import { listCardsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Name, SelectField, SettledField, TextField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CardMessages } from './CardMessages';
import {
  CARD_STATES,
  CardStateTag,
  COLOURS,
  ColourTag,
  Concerned,
  cardPath,
  RuleName,
} from './cardWords';
import styles from './Cards.module.css';
import { useDepartments } from './words';

type Query = NonNullable<ListCardsData['query']>;

/** Warnings and cards that reach one: the city's, one's department's, or one's own. */
export function CardsPage() {
  const { t } = useTranslation(['cards', 'common']);
  const { text, day, put } = useFilters();
  const account = useAccount();
  const departments = useDepartments();
  usePageTitle(t('list.title'), t('common:site.name'));
  const everything = mayAny(account, ['cards.supervise']);
  const colour = COLOURS.find((each) => each === text('colour'));
  const state = CARD_STATES.find((each) => each === text('state'));
  const query: Query = {
    ...(colour && { colour }),
    ...(state && { state }),
    ...(text('department') && { department: text('department') }),
    ...(text('person') && { person: text('person') }),
    ...(day('from') && { from: day('from') }),
    ...(day('to') && { to: day('to') }),
    limit: 30,
  };
  const found = useInfiniteQuery({
    ...listCardsInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const rows = found.data?.pages
    .flatMap((page) => page.items)
    .map((card) => ({ ...card, id: card.number }));
  const choose = (key: string) => ({
    value: text(key),
    onChange: ({ target }: { target: { value: string } }) => put(key, target.value),
  });
  return (
    <>
      <Register
        texts={{
          title: t('list.title'),
          lead: t(everything ? 'list.leadAll' : 'list.lead'),
          filters: t('list.filters'),
          none: t('list.none'),
          noneText: t('list.noneText'),
        }}
        filters={
          <>
            <SelectField label={t('list.colour')} {...choose('colour')}>
              <option value="">{t('list.any')}</option>
              {COLOURS.map((each) => (
                <option key={each} value={each}>
                  {t(`colour.${each}`)}
                </option>
              ))}
            </SelectField>
            <SelectField label={t('list.state')} {...choose('state')}>
              <option value="">{t('list.any')}</option>
              {CARD_STATES.map((each) => (
                <option key={each} value={each}>
                  {t(`state.${each}`)}
                </option>
              ))}
            </SelectField>
            {everything && (
              <>
                <SelectField label={t('list.department')} {...choose('department')}>
                  <option value="">{t('list.any')}</option>
                  {departments.all?.map((each) => (
                    <option key={each.code} value={each.code}>
                      {departments.text(each.code)}
                    </option>
                  ))}
                </SelectField>
                <SettledField
                  label={t('list.person')}
                  value={text('person')}
                  maxLength={100}
                  onChange={(typed) => put('person', typed)}
                />
              </>
            )}
            <TextField type="date" label={t('list.from')} {...choose('from')} />
            <TextField type="date" label={t('list.to')} {...choose('to')} />
          </>
        }
        found={found}
        rows={rows}
        ways={
          <>
            <p role="status" className="quiet">
              {t('list.count', { count: found.data?.pages[0]?.total ?? 0 })}
            </p>
            {everything && <Link href="/staff/cards/month">{t('month.title')}</Link>}
          </>
        }
        columns={[
          {
            key: 'number',
            header: t('list.number'),
            rowHeader: true,
            cell: (card) => (
              <span className={styles.line}>
                <ColourTag colour={card.colour} />
                <Link href={cardPath(card.number)} lang="zh-CN">
                  {card.number}
                </Link>
              </span>
            ),
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (card) => <CardStateTag state={card.state} />,
          },
          {
            key: 'concerned',
            header: t('list.concerned'),
            cell: (card) => (
              <>
                <Name of={card.department} /> <Concerned card={card} />
              </>
            ),
          },
          { key: 'rule', header: t('list.found'), cell: (card) => <RuleName of={card} /> },
          {
            key: 'issued',
            header: t('list.issued'),
            cell: (card) => <DateTime value={card.issuedAt} as="date" />,
          },
          {
            key: 'points',
            header: t('list.pointsHeader'),
            align: 'end',
            cell: (card) => card.points,
          },
        ]}
      />
      <div className="wrap">
        <CardMessages />
      </div>
    </>
  );
}
