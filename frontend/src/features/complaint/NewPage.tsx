import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ComplaintReceipt, findSimilarAnswers, sendComplaint } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ButtonLink,
  Checks,
  DateTime,
  ErrorSummary,
  KeyFacts,
  Problem,
} from '@/components';
import {
  emptyMessage,
  MessageFields,
  messageErrors,
  SimilarAnswers,
  type AnswerView,
} from '@/components/complaint';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Complaint.module.css';

function Receipt({ of }: { of: ComplaintReceipt }) {
  const { t } = useTranslation('complaint');
  return (
    <div role="status" className={styles.receipt}>
      <p>{t('receipt.text')}</p>
      <KeyFacts
        facts={[
          { label: t('number'), value: of.number, strong: true },
          { label: t('code'), value: of.trackingCode, strong: true },
          { label: t('receipt.replyBy'), value: <DateTime value={of.replyBy} /> },
        ]}
      />
      <p>{t('receipt.keep')}</p>
      <ButtonLink href={`/complaints/track#number=${of.number}&code=${of.trackingCode}`}>
        {t('toTrack')}
      </ButtonLink>
    </div>
  );
}

/** One plain form. Before it goes, what was answered to something like it is shown. */
export function NewPage() {
  const { t } = useTranslation(['complaint', 'common']);
  const departments = useQuery(listDepartmentsOptions());
  const [message, setMessage] = useState(emptyMessage);
  const [directLine, setDirectLine] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const [similar, setSimilar] = useState<AnswerView[]>();
  const [receipt, setReceipt] = useState<ComplaintReceipt>();
  usePageTitle(t('new.title'), t('common:site.name'));
  const send = useMutation({
    mutationFn: async () => {
      const { kind, naming, subject, text, mayPublish, ...rest } = message;
      const given = Object.fromEntries(
        Object.entries(rest)
          .map(([name, value]) => [name, value.trim()] as const)
          .filter(
            ([name, value]) =>
              value && (naming !== 'anonymous' || (name !== 'name' && name !== 'phone')),
          ),
      );
      return (
        await sendComplaint({
          body: {
            ...given,
            kind: kind ?? 'enquiry',
            naming,
            subject,
            text,
            mayPublish,
            directLine,
          },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data;
    },
    onSuccess: setReceipt,
    onError: () => setKey(newIdempotencyKey()),
  });
  const look = useMutation({
    mutationFn: () =>
      findSimilarAnswers({
        body: { text: `${message.subject} ${message.text}`.slice(0, 5000) },
        throwOnError: true,
      }),
    // Not finding anything must keep nobody from sending.
    onSuccess: ({ data }) => (data.length > 0 ? setSimilar(data) : send.mutate()),
    onError: () => send.mutate(),
  });
  const missing = messageErrors(message);
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  return (
    <div className={`wrap ${styles.page} ${styles.narrow}`}>
      <h1>{t(receipt ? 'receipt.title' : 'new.title')}</h1>
      {receipt ? (
        <Receipt of={receipt} />
      ) : (
        <>
          <p className="lead">{t('new.lead')}</p>
          <div className={styles.note}>
            <p>
              {t('new.report')} <Link href="/report">{t('toReport')}</Link>
            </p>
          </div>
          <form
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setAttempt(attempt + 1);
              if (missing.length === 0) {
                if (similar) send.mutate();
                else look.mutate();
              }
            }}
          >
            <ErrorSummary
              attempt={attempt}
              errors={Object.entries(errors).map(([field, text]) => ({
                fieldId: `message-${field}`,
                text,
              }))}
            />
            {problem && !problem.errors?.length && <Problem problem={problem} />}
            <MessageFields
              message={message}
              errors={errors}
              departments={departments.data ?? []}
              onChange={setMessage}
            />
            <Checks
              legend={t('field.directLine')}
              hint={t('field.directLineHint')}
              choices={[{ value: 'directLine', label: t('field.toDirectLine') }]}
              values={directLine ? ['directLine'] : []}
              onChange={(values) => setDirectLine(values.length > 0)}
            />
            <SimilarAnswers answers={similar ?? []} />
            <div>
              <Button type="submit" size="large" busy={send.isPending || look.isPending}>
                {t(similar ? 'new.sendAnyway' : 'new.send')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
