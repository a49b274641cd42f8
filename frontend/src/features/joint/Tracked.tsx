import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrackedJoint, withdrawJointly } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Bilingual,
  Button,
  Checks,
  DateTime,
  Dialog,
  DialogWays,
  Money,
  Name,
  Problem,
  Section,
  useNameText,
} from '@/components';
import { Lanes } from '@/components/joint';
import { toProblem } from '@/lib/problem';
import styles from './Joint.module.css';
import { Supplement } from './Supplement';
import type { Ticket } from './TrackPage';

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Taking the whole or parts of it back: asks once more, since it can't be undone. */
function Withdraw({
  tracked,
  ticket,
  onDone,
}: {
  tracked: TrackedJoint;
  ticket: Ticket;
  onDone: () => void;
}) {
  const { t } = useTranslation(['joint', 'casework']);
  const nameText = useNameText();
  const [open, setOpen] = useState(false);
  const [parts, setParts] = useState<readonly string[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const running = tracked.lanes.filter((lane) => !lane.endedAt);
  const send = useMutation({
    mutationFn: () =>
      withdrawJointly({
        body: { ...ticket, ...(parts.length > 0 && { caseNumbers: [...parts] }) },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: () => {
      setOpen(false);
      setParts([]);
      setKey(newIdempotencyKey());
      onDone();
    },
  });
  return (
    <>
      <Button look="secondary" className="no-print" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
      {open && (
        <Dialog
          title={t('withdraw.title')}
          text={t('withdraw.text')}
          locked={send.isPending}
          onSubmit={() => send.mutate()}
          onClose={() => setOpen(false)}
        >
          <Checks
            legend={t('withdraw.parts')}
            choices={running.map((lane) => ({
              value: lane.caseNumber,
              label: nameText({ name: lane.itemName, nameEn: lane.itemNameEn }),
            }))}
            values={parts}
            onChange={setParts}
          />
          {send.error && <Problem problem={toProblem(send.error)} />}
          <DialogWays>
            <Button type="submit" look="danger" busy={send.isPending}>
              {t(parts.length > 0 ? 'withdraw.some' : 'withdraw.all')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('casework:withdraw.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </>
  );
}

/** A joint application as its applicant sees it. */
export function Tracked({
  tracked,
  ticket,
  onChanged,
}: {
  tracked: TrackedJoint;
  ticket: Ticket;
  onChanged: () => void;
}) {
  const { t } = useTranslation(['joint', 'casework']);
  const now = useNow();
  return (
    <article className={`wrap ${styles.page}`}>
      <header className={styles.head}>
        <p className="quiet">{tracked.jointNumber}</p>
        <h1>{t(`phase.${tracked.phase}`)}</h1>
        <p className="lead">
          <Bilingual chinese={tracked.themeName} english={tracked.themeNameEn} />
        </p>
        <dl className={styles.facts}>
          {tracked.project && (
            <div>
              <dt>{t('track.project')}</dt>
              <dd lang="zh-CN">
                <a href={`/projects/track#${tracked.project.projectCode}/${ticket.trackingCode}`}>
                  {tracked.project.name}
                </a>
              </dd>
            </div>
          )}
          <div>
            <dt>{t('track.lead_department')}</dt>
            <dd>
              <Name of={tracked.leadDepartment} />
            </dd>
          </div>
          {tracked.dueAt && (
            <div>
              <dt>{t('track.dueAt')}</dt>
              <dd>
                <DateTime value={tracked.dueAt} as="date" />
              </dd>
            </div>
          )}
          {tracked.noticeDue && (
            <div>
              <dt>{t('receipt.noticeDue')}</dt>
              <dd>
                <DateTime value={tracked.noticeDue} as="date" />
              </dd>
            </div>
          )}
        </dl>
      </header>
      {tracked.possible.includes('supplement') && (
        <Supplement tracked={tracked} ticket={ticket} onDone={onChanged} />
      )}
      <Section id="lanes" title={t('track.lanes')} wide>
        <Lanes
          lanes={tracked.lanes}
          now={now}
          hrefOf={(lane) => `/track#${lane.caseNumber}/${ticket.trackingCode}`}
        />
      </Section>
      <Section id="charge" title={t('charge.title')}>
        {tracked.charge.lines.length === 0 ? (
          <p>{t('charge.none')}</p>
        ) : (
          <>
            <p>
              {t('charge.total')} <Money fen={tracked.charge.totalFen} />
            </p>
            <ul>
              {tracked.charge.lines.map((line) => (
                <li key={line.itemCode + line.name} lang="zh-CN">
                  {line.name}
                  {line.counted && line.amountFen !== undefined ? (
                    <>
                      {' '}
                      <Money fen={line.amountFen} />
                    </>
                  ) : (
                    ` ${line.standard ?? ''}`
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="quiet">{t('charge.once')}</p>
        <p>
          <a href={`/bill#${tracked.jointNumber}/${ticket.trackingCode}`}>{t('charge.bill')}</a>
        </p>
      </Section>
      {tracked.possible.includes('withdraw') && (
        <Section id="withdraw" title={t('withdraw.title')}>
          <Withdraw tracked={tracked} ticket={ticket} onDone={onChanged} />
        </Section>
      )}
    </article>
  );
}
