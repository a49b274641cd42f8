import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  enterInfoRequest,
  type EnteredInfoRequest,
  type InfoRequestReceipt,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, ErrorSummary, Problem, SelectField, TextField } from '@/components';
import {
  emptyRequest,
  ReceiptFacts,
  requestBody,
  requestErrors,
  RequestFields,
  useRequestSummary,
} from '@/components/inforequest';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useAccount } from '../shell/SignedInAs';
import styles from '../matters/Matters.module.css';
import { requestPath } from './RequestsPage';

type Channel = EnteredInfoRequest['channel'];

const CHANNELS = ['letter', 'visit', 'email', 'fax', 'oral'] as const;

/** Entering what came otherwise than online, to one's own department. */
export function EnterPage() {
  const { t } = useTranslation(['inforequests', 'inforequest', 'common']);
  const account = useAccount();
  const department = account.departmentCode ?? '';
  const [typed, setTyped] = useState({ ...emptyRequest, department });
  const [channel, setChannel] = useState<Channel>('letter');
  const [receivedOn, setReceivedOn] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const [receipt, setReceipt] = useState<InfoRequestReceipt>();
  usePageTitle(t('enter.title'), t('common:site.name'));
  const send = useMutation({
    mutationFn: () =>
      enterInfoRequest({
        body: { channel, receivedOn, request: requestBody(typed) },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => setReceipt(data),
    onError: () => setKey(newIdempotencyKey()),
  });
  const missing = [...(receivedOn ? [] : ['receivedOn']), ...requestErrors(typed)];
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('inforequest:missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const summary = useRequestSummary(typed.applicantKind, errors, {
    receivedOn: t('enter.receivedOn'),
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/information-requests">{t('list.title')}</Link>
      </p>
      <h1>{t('enter.title')}</h1>
      {receipt ? (
        <div role="status">
          <p>{t('enter.tell')}</p>
          <ReceiptFacts of={receipt} />
          <p>
            <Link href={requestPath(receipt.number)}>{t('enter.open')}</Link>
          </p>
        </div>
      ) : (
        <>
          <p className="lead">{t('enter.lead')}</p>
          <form
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setAttempt(attempt + 1);
              if (missing.length === 0) send.mutate();
            }}
          >
            <ErrorSummary attempt={attempt} errors={summary} />
            {problem && !problem.errors?.length && <Problem problem={problem} />}
            <SelectField
              label={t('enter.channel')}
              value={channel}
              onChange={({ target }) => setChannel(target.value as Channel)}
            >
              {CHANNELS.map((each) => (
                <option key={each} value={each}>
                  {t(`channel.${each}`)}
                </option>
              ))}
            </SelectField>
            <TextField
              id="request-receivedOn"
              type="date"
              width="medium"
              label={t('enter.receivedOn')}
              hint={t('enter.receivedHint')}
              error={errors.receivedOn}
              value={receivedOn}
              onChange={({ target }) => setReceivedOn(target.value)}
            />
            <RequestFields typed={typed} errors={errors} onChange={setTyped} />
            <div>
              <Button type="submit" size="large" busy={send.isPending}>
                {t('enter.send')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
