import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  type AuthorisedAct,
  type AbsenceReason,
  changeStaffMember,
  endAbsence,
  endPostHolder,
  endStaffSessions,
  recordAbsence,
  recordAuthorisation,
  renewActivation,
  revokeAuthorisation,
  type Role,
  setStaffState,
  type StaffFile,
} from '@/api/generated';
import { getStaffMemberOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, KeyFacts, Loading, Name, Problem, Table, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { cityTime, type FieldSpec, given, list, type Send, text, type Values } from './change';
import { ChangeDialog } from './ChangeDialog';
import styles from './people.module.css';
import { StateTag } from './PeoplePage';
import { usePersonFields } from './usePersonFields';
import { ACTS, REASONS } from './useWords';

interface Asked {
  title: string;
  text?: string;
  fields?: FieldSpec[];
  initial?: Values;
  send: Send;
}

function Facts({ person }: { person: StaffFile }) {
  const { t } = useTranslation('people');
  return (
    <KeyFacts
      compact
      facts={[
        { label: t('field.account'), value: person.account },
        { label: t('field.title'), value: person.title ?? '–' },
        {
          label: t('field.department'),
          value: person.department ? <Name of={person.department} /> : '–',
        },
        { label: t('field.region'), value: person.region ? <Name of={person.region} /> : '–' },
        {
          label: t('field.roles'),
          value: person.roles.map((role) => t(`role.${role}`)).join(t('and')) || '–',
        },
        {
          label: t('field.password'),
          value: person.activated ? (
            t('value.own')
          ) : (
            <>
              {t('value.code')}{' '}
              {person.activationExpiresAt && <DateTime value={person.activationExpiresAt} />}
            </>
          ),
        },
        { label: t('field.openSessions'), value: person.openSessions },
      ]}
    />
  );
}

/** Somebody: what is written down of them, their posts, absences and letters. */
export function PersonPage() {
  const { t } = useTranslation(['people', 'common']);
  const { account = '' } = useParams<{ account: string }>();
  const queries = useQueryClient();
  const found = useQuery(getStaffMemberOptions({ path: { account: decodeURIComponent(account) } }));
  const fields = usePersonFields(false);
  const [asked, setAsked] = useState<Asked>();
  const person = found.data;
  usePageTitle(person?.name ?? t('title'), t('common:site.name'));

  if (found.error)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1>{t('title')}</h1>
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!person)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <Loading lines={10} />
      </div>
    );
  const path = { account: person.account };
  const manage = person.manageable;
  const day = (moment: string | undefined) => (moment ? <DateTime value={moment} /> : '–');

  const change: Asked = {
    title: t('person.change'),
    fields,
    initial: {
      name: person.name,
      nameEn: person.nameEn ?? '',
      title: person.title ?? '',
      departmentCode: person.department?.code ?? '',
      regionCode: person.region?.code ?? '',
      roles: person.roles,
    },
    send: async (values, dryRun) =>
      (
        await changeStaffMember({
          path,
          query: { dryRun },
          headers: { 'If-Match': `"${person.version}"` },
          body: {
            name: text(values, 'name'),
            roles: list(values, 'roles') as Role[],
            ...given(values, ['nameEn', 'title', 'departmentCode', 'regionCode', 'identityNumber']),
          },
          throwOnError: true,
        })
      ).data,
  };
  const absence: Asked = {
    title: t('absence.add'),
    text: t('absence.text'),
    fields: [
      {
        name: 'reason',
        label: t('field.absence'),
        kind: 'select',
        choices: REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
      },
      {
        name: 'from',
        label: t('field.absentFrom'),
        hint: t('hint.now'),
        kind: 'dateTime',
        optional: true,
      },
      {
        name: 'until',
        label: t('field.absentUntil'),
        hint: t('hint.open'),
        kind: 'dateTime',
        optional: true,
      },
    ],
    initial: { reason: 'leave' },
    send: async (values, dryRun) => {
      const from = cityTime(text(values, 'from'));
      const until = cityTime(text(values, 'until'));
      return (
        await recordAbsence({
          path,
          query: { dryRun },
          body: {
            reason: text(values, 'reason') as AbsenceReason,
            ...(from && { from }),
            ...(until && { until }),
          },
          throwOnError: true,
        })
      ).data;
    },
  };
  const letter: Asked = {
    title: t('letter.add'),
    fields: [
      { name: 'documentNumber', label: t('field.documentNumber'), kind: 'text' },
      {
        name: 'acts',
        label: t('field.acts'),
        kind: 'many',
        choices: ACTS.map((act) => ({ value: act, label: t(`act.${act}`) })),
      },
      {
        name: 'itemCodes',
        label: t('field.itemCodes'),
        hint: t('hint.items'),
        kind: 'text',
        optional: true,
      },
      { name: 'from', label: t('field.fromDay'), kind: 'date' },
      { name: 'until', label: t('field.untilDay'), kind: 'date' },
      { name: 'issuedBy', label: t('field.issuedBy'), kind: 'text' },
    ],
    initial: { acts: ['decide'] },
    send: async (values, dryRun) =>
      (
        await recordAuthorisation({
          query: { dryRun },
          body: {
            documentNumber: text(values, 'documentNumber'),
            account: person.account,
            acts: list(values, 'acts') as AuthorisedAct[],
            itemCodes: text(values, 'itemCodes')
              .split(/[\s,，、;；]+/)
              .filter(Boolean),
            from: text(values, 'from'),
            until: text(values, 'until'),
            issuedBy: text(values, 'issuedBy'),
          },
          throwOnError: true,
        })
      ).data,
  };

  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/people">{t('title')}</Link>
      </p>
      <div className={styles.head}>
        <h1>
          <Name of={person} /> <StateTag state={person.state} />
        </h1>
        {manage && (
          <div className={styles.ways}>
            <Button onClick={() => setAsked(change)}>{t('person.change')}</Button>
            <Button
              look="secondary"
              onClick={() =>
                setAsked({
                  title: t('person.newCode'),
                  text: t('person.newCodeText'),
                  send: async (_, dryRun) =>
                    (await renewActivation({ path, query: { dryRun }, throwOnError: true })).data,
                })
              }
            >
              {t('person.newCode')}
            </Button>
            <Button
              look="secondary"
              onClick={() =>
                setAsked({
                  title: t('person.endSessions'),
                  send: async (_, dryRun) =>
                    (await endStaffSessions({ path, query: { dryRun }, throwOnError: true })).data,
                })
              }
            >
              {t('person.endSessions')}
            </Button>
            <Button
              look={person.state === 'disabled' ? 'secondary' : 'danger'}
              onClick={() =>
                setAsked({
                  title: t(person.state === 'disabled' ? 'person.enable' : 'person.disable'),
                  send: async (_, dryRun) =>
                    (
                      await setStaffState({
                        path,
                        query: { dryRun },
                        body: { disabled: person.state !== 'disabled' },
                        throwOnError: true,
                      })
                    ).data,
                })
              }
            >
              {t(person.state === 'disabled' ? 'person.enable' : 'person.disable')}
            </Button>
          </div>
        )}
      </div>
      <Facts person={person} />

      <section className={styles.section} aria-labelledby="person-posts">
        <div>
          <h2 id="person-posts">{t('posts.title')}</h2>
        </div>
        {person.holdings.length === 0 ? (
          <p className="quiet">{t('posts.noneHeld')}</p>
        ) : (
          <Table
            caption={t('posts.title')}
            rows={person.holdings}
            rowKey={(one) => one.holderId}
            columns={[
              {
                key: 'post',
                header: t('field.post'),
                rowHeader: true,
                cell: (one) => (
                  <>
                    <Name of={one} /> <Tag>{t(`part.${one.part}`)}</Tag>
                    {one.acting && <Tag tone="good">{t('acting')}</Tag>}
                  </>
                ),
              },
              { key: 'level', header: t('field.level'), cell: (one) => t(`level.${one.level}`) },
              {
                key: 'others',
                header: t('posts.with'),
                cell: (one) =>
                  one.others.length === 0
                    ? '–'
                    : one.others.map((other) => (
                        <span key={other.holderId}>
                          <Link href={`/staff/people/${encodeURIComponent(other.account)}`}>
                            <Name of={other} />
                          </Link>{' '}
                          <Tag tone={other.acting ? 'good' : 'plain'}>
                            {t(`part.${other.part}`)}
                          </Tag>
                        </span>
                      )),
              },
              { key: 'from', header: t('from'), cell: (one) => day(one.from) },
              { key: 'until', header: t('until'), cell: (one) => day(one.until) },
              {
                key: 'way',
                header: t('way'),
                cell: (one) =>
                  manage && one.state !== 'over' ? (
                    <Button
                      look="quiet"
                      onClick={() =>
                        setAsked({
                          title: t('posts.end', { post: one.name }),
                          send: async (_, dryRun) =>
                            (
                              await endPostHolder({
                                path: { id: one.postId, holderId: one.holderId },
                                query: { dryRun },
                                throwOnError: true,
                              })
                            ).data,
                        })
                      }
                    >
                      {t('posts.take')}
                    </Button>
                  ) : (
                    t(`stage.${one.state}`)
                  ),
              },
            ]}
          />
        )}
      </section>

      <section className={styles.section} aria-labelledby="person-absences">
        <div>
          <h2 id="person-absences">{t('absence.title')}</h2>
          {manage && (
            <Button look="secondary" onClick={() => setAsked(absence)}>
              {t('absence.add')}
            </Button>
          )}
        </div>
        {person.absences.length === 0 ? (
          <p className="quiet">{t('absence.none')}</p>
        ) : (
          <Table
            caption={t('absence.title')}
            rows={person.absences}
            rowKey={(one) => one.id}
            columns={[
              {
                key: 'reason',
                header: t('field.absence'),
                rowHeader: true,
                cell: (one) => t(`reason.${one.reason}`),
              },
              { key: 'from', header: t('from'), cell: (one) => day(one.from) },
              { key: 'until', header: t('until'), cell: (one) => day(one.until) },
              {
                key: 'state',
                header: t('field.state'),
                cell: (one) => t(`stage.${one.state}`),
              },
              {
                key: 'way',
                header: t('way'),
                cell: (one) =>
                  manage && one.state !== 'over' ? (
                    <Button
                      look="quiet"
                      onClick={() =>
                        setAsked({
                          title: t('absence.end'),
                          send: async (_, dryRun) =>
                            (
                              await endAbsence({
                                path: { id: one.id },
                                query: { dryRun },
                                throwOnError: true,
                              })
                            ).data,
                        })
                      }
                    >
                      {t('absence.end')}
                    </Button>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
      </section>

      {(person.roles.includes('chiefRepresentative') || person.authorisations.length > 0) && (
        <section className={styles.section} aria-labelledby="person-letters">
          <div>
            <h2 id="person-letters">{t('letter.title')}</h2>
            {manage && (
              <Button look="secondary" onClick={() => setAsked(letter)}>
                {t('letter.add')}
              </Button>
            )}
          </div>
          {person.authorisations.length === 0 ? (
            <p className="quiet">{t('letter.none')}</p>
          ) : (
            <Table
              caption={t('letter.title')}
              rows={person.authorisations}
              rowKey={(one) => one.id}
              columns={[
                {
                  key: 'number',
                  header: t('field.documentNumber'),
                  rowHeader: true,
                  cell: (one) => one.documentNumber,
                },
                {
                  key: 'acts',
                  header: t('field.acts'),
                  cell: (one) => one.acts.map((act) => t(`act.${act}`)).join(t('and')),
                },
                {
                  key: 'items',
                  header: t('field.itemCodes'),
                  cell: (one) => one.itemCodes.join(t('and')) || t('letter.allItems'),
                },
                {
                  key: 'from',
                  header: t('from'),
                  cell: (one) => <DateTime value={one.from} as="date" />,
                },
                {
                  key: 'until',
                  header: t('until'),
                  cell: (one) => <DateTime value={one.until} as="date" />,
                },
                { key: 'issued', header: t('field.issuedBy'), cell: (one) => one.issuedBy },
                {
                  key: 'state',
                  header: t('field.state'),
                  cell: (one) => (
                    <>
                      <Tag tone={one.state === 'inForce' ? 'good' : 'plain'}>
                        {t(`value.${one.state}`)}
                      </Tag>
                      {one.revokedWhy}
                    </>
                  ),
                },
                {
                  key: 'way',
                  header: t('way'),
                  cell: (one) =>
                    manage && (one.state === 'inForce' || one.state === 'upcoming') ? (
                      <Button
                        look="quiet"
                        onClick={() =>
                          setAsked({
                            title: t('letter.revoke'),
                            fields: [{ name: 'why', label: t('field.why'), kind: 'text' }],
                            send: async (values, dryRun) =>
                              (
                                await revokeAuthorisation({
                                  path: { id: one.id },
                                  query: { dryRun },
                                  body: { why: text(values, 'why') },
                                  throwOnError: true,
                                })
                              ).data,
                          })
                        }
                      >
                        {t('letter.revoke')}
                      </Button>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          )}
        </section>
      )}
      <p className={styles.section}>
        <Link
          href={`/staff/administration/changes?kind=person&subject=${encodeURIComponent(person.account)}`}
        >
          {t('changes.ofThis')}
        </Link>
      </p>
      {asked && (
        <ChangeDialog
          {...asked}
          onDone={() => {
            setAsked(undefined);
            void queries.invalidateQueries();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
