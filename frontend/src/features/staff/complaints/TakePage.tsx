import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  type ComplaintReceipt,
  findCaller,
  takeDownComplaint,
  type TakenDownComplaint,
} from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  DateTime,
  ErrorSummary,
  KeyFacts,
  Problem,
  SelectField,
  TextField,
} from '@/components';
import {
  ComplaintStateTag,
  emptyMessage,
  MessageFields,
  messageErrors,
} from '@/components/complaint';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../matters/Matters.module.css';
import { complaintPath } from './ComplaintsPage';

const CHANNELS = [
  'hotline12345',
  'hotline12346',
  'letter',
  'visit',
  'email',
  'microblog',
  'directLine',
] as const;

/** What came from a telephone before, for whoever has the caller on the line. */
function Caller({ onPhone }: { onPhone: (phone: string) => void }) {
  const { t } = useTranslation(['complaints', 'complaint']);
  const [phone, setPhone] = useState('');
  const find = useMutation({
    mutationFn: () => findCaller({ body: { phone: phone.trim() }, throwOnError: true }),
  });
  return (
    <section aria-labelledby="caller-title">
      <h2 id="caller-title">{t('take.caller')}</h2>
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault();
          if (phone.trim().length < 5) return;
          onPhone(phone.trim());
          find.mutate();
        }}
      >
        <TextField
          label={t('take.phone')}
          type="tel"
          maxLength={30}
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
        <Button type="submit" look="secondary" busy={find.isPending}>
          {t('take.look')}
        </Button>
      </form>
      {find.error && <Problem problem={toProblem(find.error)} />}
      {find.data?.data.length === 0 && <p role="status">{t('take.noEarlier')}</p>}
      <ul>
        {find.data?.data.map((each) => (
          <li key={each.number}>
            <Link href={complaintPath(each.number)}>{each.number}</Link>{' '}
            <span lang="zh-CN">{each.subject}</span> <DateTime value={each.receivedAt} as="date" />{' '}
            <ComplaintStateTag state={each.state} supervised={each.supervised} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The operator's form for what comes by telephone, letter, visit or otherwise. */
export function TakePage() {
  const { t } = useTranslation(['complaints', 'complaint', 'common']);
  const departments = useQuery(listDepartmentsOptions());
  const [channel, setChannel] = useState<TakenDownComplaint['channel']>('hotline12345');
  const [message, setMessage] = useState(emptyMessage);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const [receipt, setReceipt] = useState<ComplaintReceipt>();
  usePageTitle(t('take.title'), t('common:site.name'));
  const send = useMutation({
    mutationFn: () => {
      const { kind, ...rest } = message;
      const given = Object.fromEntries(
        Object.entries(rest).filter(([, value]) => value !== ''),
      ) as Omit<typeof rest, never>;
      return takeDownComplaint({
        body: { channel, message: { ...given, kind: kind ?? 'enquiry' } },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      });
    },
    onSuccess: ({ data }) => setReceipt(data),
    onError: () => setKey(newIdempotencyKey()),
  });
  const missing = messageErrors(message);
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('complaint:missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/complaints">{t('list.title')}</Link>
      </p>
      <h1>{t('take.title')}</h1>
      {receipt ? (
        <div role="status">
          <p className="lead">{t('take.done')}</p>
          <KeyFacts
            facts={[
              { label: t('complaint:number'), value: receipt.number, strong: true },
              { label: t('complaint:code'), value: receipt.trackingCode, strong: true },
              {
                label: t('complaint:receipt.replyBy'),
                value: <DateTime value={receipt.replyBy} />,
              },
            ]}
          />
          <p>
            <Link href={complaintPath(receipt.number)}>{t('take.open')}</Link>
          </p>
          <Button
            look="secondary"
            onClick={() => {
              setReceipt(undefined);
              setMessage(emptyMessage);
              setAttempt(0);
              setKey(newIdempotencyKey());
            }}
          >
            {t('take.next')}
          </Button>
        </div>
      ) : (
        <>
          <Caller onPhone={(phone) => setMessage({ ...message, phone })} />
          <h2>{t('take.message')}</h2>
          <form
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setAttempt(attempt + 1);
              if (missing.length === 0) send.mutate();
            }}
          >
            <ErrorSummary
              attempt={attempt}
              errors={Object.entries(errors).map(([field, text]) => ({
                fieldId: `message-${field.replace('message.', '')}`,
                text,
              }))}
            />
            {problem && !problem.errors?.length && <Problem problem={problem} />}
            <SelectField
              label={t('page.channel')}
              value={channel}
              onChange={({ target }) =>
                setChannel(CHANNELS.find((each) => each === target.value) ?? 'hotline12345')
              }
            >
              {CHANNELS.map((each) => (
                <option key={each} value={each}>
                  {t(`channel.${each}`)}
                </option>
              ))}
            </SelectField>
            <MessageFields
              message={message}
              errors={errors}
              departments={departments.data ?? []}
              onChange={setMessage}
            />
            <div>
              <Button type="submit" size="large" busy={send.isPending}>
                {t('take.send')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
