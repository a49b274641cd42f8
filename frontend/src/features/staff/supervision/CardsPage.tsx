import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ListCardsData } from '@/api/generated';
import { listCardsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ChoiceFilter, DateTime, Name, SettledField, TextField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { PAGED, useFilters } from '@/lib/filters';
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
import styles from '../Record.module.css';
import { useDepartments } from './words';

type Query = NonNullable<ListCardsData['query']>;

/** Warnings and cards that reach one: the city's, one's department's, or one's own. */
export function CardsPage() {
  const { t } = useTranslation(['cards', 'common']);
  const { text, day, put, choose } = useFilters();
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
    ...PAGED,
  });
  const rows = found.data?.pages
    .flatMap((page) => page.items)
    .map((card) => ({ ...card, id: card.number }));
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
            <ChoiceFilter
              label={t('list.colour')}
              any={t('list.any')}
              choices={COLOURS.map((value) => ({ value, label: t(`colour.${value}`) }))}
              {...choose('colour')}
            />
            <ChoiceFilter
              label={t('list.state')}
              any={t('list.any')}
              choices={CARD_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
              {...choose('state')}
            />
            {everything && (
              <>
                <ChoiceFilter
                  label={t('list.department')}
                  any={t('list.any')}
                  choices={departments.choices}
                  {...choose('department')}
                />
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
