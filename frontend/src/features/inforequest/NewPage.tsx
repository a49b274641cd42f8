import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileInfoRequest, type InfoRequestReceipt } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Button, ButtonLink, ErrorSummary, Problem } from '@/components';
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
import styles from './InfoRequest.module.css';

function Receipt({ of }: { of: InfoRequestReceipt }) {
  const { t } = useTranslation('inforequest');
  return (
    <div role="status" className={styles.receipt}>
      <p>{t('receipt.text')}</p>
      <ReceiptFacts of={of} />
      <ButtonLink href={`/information-requests/track#number=${of.number}&code=${of.trackingCode}`}>
        {t('toTrack')}
      </ButtonLink>
    </div>
  );
}

/** One plain form, without asking what for. */
export function NewPage() {
  const { t } = useTranslation(['inforequest', 'common']);
  const departments = useQuery(listDepartmentsOptions());
  const [typed, setTyped] = useState(emptyRequest);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const [receipt, setReceipt] = useState<InfoRequestReceipt>();
  usePageTitle(t('new.title'), t('common:site.name'));
  const send = useMutation({
    mutationFn: () =>
      fileInfoRequest({
        body: requestBody(typed),
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => setReceipt(data),
    onError: () => setKey(newIdempotencyKey()),
  });
  const missing = requestErrors(typed);
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const summary = useRequestSummary(typed.applicantKind, errors);
  return (
    <div className={`wrap ${styles.page} ${styles.narrow}`}>
      <h1>{t(receipt ? 'receipt.title' : 'new.title')}</h1>
      {receipt ? (
        <Receipt of={receipt} />
      ) : (
        <>
          <p className="lead">{t('new.lead')}</p>
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
            <RequestFields
              typed={typed}
              errors={errors}
              departments={departments.data ?? []}
              onChange={setTyped}
            />
            <div>
              <Button type="submit" size="large" busy={send.isPending}>
                {t('new.send')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
