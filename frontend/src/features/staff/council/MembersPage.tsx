import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  type CouncilInvitation,
  type CouncilMember,
  type CouncilMemberState,
  endCouncilMember,
  renewCouncilInvitation,
} from '@/api/generated';
import { listCouncilMembersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ChoiceFilter,
  type Column,
  DateTime,
  Empty,
  KeyFacts,
  Loading,
  Problem,
  Table,
  Tag,
} from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import matters from '../matters/Matters.module.css';
import { WordsDialog } from '../ratings/WordsDialog';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { AppointDialog } from './AppointDialog';
import council from './Council.module.css';

const STATES: readonly CouncilMemberState[] = ['serving', 'invited', 'ahead', 'expired', 'ended'];

/** Today where the city is. */
const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

function Invitation({ of }: { of: CouncilInvitation }) {
  const { t } = useTranslation('council');
  return (
    <section role="status" aria-labelledby="invitation">
      <h2 id="invitation">{t('invitation.title')}</h2>
      <p>{t('invitation.text')}</p>
      <KeyFacts
        facts={[
          { label: t('own.certificate'), value: <span lang="zh-CN">{of.member.certificate}</span> },
          { label: t('join.code'), value: of.code, strong: true },
          { label: t('appoint.name'), value: <span lang="zh-CN">{of.member.name}</span> },
        ]}
      />
    </section>
  );
}

function useColumns(
  keeps: boolean,
  onEnd: (member: CouncilMember) => void,
  onRenew: (member: CouncilMember) => void,
): Column<CouncilMember>[] {
  const { t } = useTranslation('council');
  return [
    {
      key: 'name',
      header: t('appoint.name'),
      rowHeader: true,
      cell: (row) => <span lang="zh-CN">{row.name}</span>,
    },
    { key: 'kind', header: t('appoint.kind'), cell: (row) => t(`kind.${row.kind}`) },
    {
      key: 'organisation',
      header: t('appoint.organisation'),
      cell: (row) => <span lang="zh-CN">{row.organisation}</span>,
    },
    {
      key: 'certificate',
      header: t('own.certificate'),
      cell: (row) => <span lang="zh-CN">{row.certificate}</span>,
    },
    {
      key: 'term',
      header: t('own.term'),
      cell: (row) => (
        <>
          <DateTime value={row.servesFrom} as="date" /> –{' '}
          <DateTime value={row.servesUntil} as="date" />
        </>
      ),
    },
    {
      key: 'state',
      header: t('desk.state'),
      cell: (row) => (
        <>
          <Tag tone={row.state === 'serving' ? 'good' : 'plain'}>{t(`member.${row.state}`)}</Tag>
          {row.endedWhy && (
            <span lang="zh-CN" className="quiet small">
              {' '}
              {row.endedWhy}
            </span>
          )}
        </>
      ),
    },
    ...(keeps
      ? [
          {
            key: 'ways',
            header: t('members.ways'),
            cell: (row: CouncilMember) => (
              <div className={council.cell}>
                {row.state === 'invited' && (
                  <Button look="quiet" onClick={() => onRenew(row)}>
                    {t('members.renew')}
                  </Button>
                )}
                {(row.state === 'serving' || row.state === 'invited' || row.state === 'ahead') && (
                  <Button look="quiet" onClick={() => onEnd(row)}>
                    {t('members.end')}
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ];
}

/** Who is appointed, as what and until when. */
export function MembersPage() {
  const { t } = useTranslation(['council', 'common']);
  const keeps = mayAny(useAccount(), ['council.keep']);
  const { text, put } = useFilters();
  const state = STATES.find((each) => each === text('state'));
  const found = useQuery({
    ...listCouncilMembersOptions({ query: state ? { state } : {} }),
    staleTime: 0,
  });
  const [appointing, setAppointing] = useState<string>();
  const [invitation, setInvitation] = useState<CouncilInvitation>();
  const [ending, setEnding] = useState<CouncilMember>();
  const renewing = useMutation({
    mutationFn: async (member: CouncilMember) =>
      (
        await renewCouncilInvitation({
          path: { councilMemberId: member.id },
          throwOnError: true,
        })
      ).data,
    onSuccess: setInvitation,
  });
  const columns = useColumns(keeps, setEnding, (member) => renewing.mutate(member));
  usePageTitle(t('members.title'), t('common:site.name'));
  const again = () => {
    setEnding(undefined);
    void found.refetch();
  };
  return (
    <div className={`wrap ${list.page} ${matters.page}`}>
      <p>
        <Link href="/staff/council">{t('desk.title')}</Link>
      </p>
      <h1>{t('members.title')}</h1>
      <p className="lead">{t('members.lead')}</p>
      {keeps && (
        <div className={matters.ways}>
          <Button onClick={() => setAppointing(newIdempotencyKey())}>{t('members.appoint')}</Button>
        </div>
      )}
      {invitation && <Invitation of={invitation} />}
      {renewing.error && <Problem problem={toProblem(renewing.error)} />}
      <div className={matters.filters}>
        <ChoiceFilter
          label={t('desk.state')}
          any={t('members.any')}
          choices={STATES.map((value) => ({ value, label: t(`member.${value}`) }))}
          value={state ?? ''}
          onChange={({ target }) => put('state', target.value)}
        />
      </div>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && (
        <p className="quiet" role="status">
          {t('members.count', { count: found.data.total })}
        </p>
      )}
      {found.data?.items.length === 0 && <Empty title={t('members.none')} />}
      {found.data && found.data.items.length > 0 && (
        <Table
          caption={t('members.title')}
          rows={found.data.items}
          rowKey={(row) => row.id}
          columns={columns}
        />
      )}
      {appointing && (
        <AppointDialog
          idempotencyKey={appointing}
          onAppointed={(given) => {
            setInvitation(given);
            void found.refetch();
          }}
          onClose={() => setAppointing(undefined)}
        />
      )}
      {ending && (
        <WordsDialog
          title={t('members.end')}
          text={t('members.endText', { name: ending.name })}
          label={t('members.endWhy')}
          maxLength={500}
          onSend={(reason) =>
            endCouncilMember({
              path: { councilMemberId: ending.id },
              headers: { 'Idempotency-Key': newIdempotencyKey() },
              body: { endedOn: today(), reason },
              throwOnError: true,
            })
          }
          onDone={again}
          onStale={again}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  );
}
