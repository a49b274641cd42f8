import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  type ComplaintPublicationProposal,
  publishComplaint,
  withdrawComplaintPublication,
} from '@/api/generated';
import { proposeComplaintPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, ErrorSummary, Loading, Problem, Tag, TextArea, TextField } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { WordsDialog } from '../ratings/WordsDialog';
import styles from './Complaints.module.css';
import { complaintPath } from './ComplaintsPage';

function Form({
  number,
  of,
  onDone,
}: {
  number: string;
  of: ComplaintPublicationProposal;
  onDone: () => void;
}) {
  const { t } = useTranslation(['complaints', 'complaint']);
  const [draft, setDraft] = useState({ title: of.title, question: of.question, answer: of.answer });
  const [attempt, setAttempt] = useState(0);
  const publish = useMutation({
    mutationFn: () =>
      publishComplaint({ path: { complaintNumber: number }, body: draft, throwOnError: true }),
    onSuccess: onDone,
  });
  const problem = publish.error && toProblem(publish.error);
  const errors: Record<string, string> = {};
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const field = (name: keyof typeof draft) => ({
    id: `publish-${name}`,
    value: draft[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: target.value }),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        publish.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: `publish-${name}`,
          text,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {of.marks.length > 0 && (
        <div>
          <p>{t('publish.marks')}</p>
          <ul>
            {of.marks.map((mark, index) => (
              <li key={index}>
                <Tag tone="warn">{t(`mark.${mark.kind}`)}</Tag>{' '}
                <span lang="zh-CN">{mark.text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField label={t('complaint:field.subject')} maxLength={100} {...field('title')} />
      <TextArea label={t('publish.question')} rows={8} maxLength={5000} {...field('question')} />
      <TextArea label={t('complaint:answer')} rows={8} maxLength={5000} {...field('answer')} />
      <div>
        <Button type="submit" size="large" busy={publish.isPending}>
          {t(of.public ? 'publish.again' : 'publish.send')}
        </Button>
      </div>
    </form>
  );
}

/** Looking through what the machine has marked before question and answer are published. */
export function PublicationPage() {
  const { t } = useTranslation(['complaints', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const complaintNumber = decodeURIComponent(number);
  const found = useQuery({
    ...proposeComplaintPublicationOptions({ path: { complaintNumber } }),
    staleTime: 0,
    retry: false,
  });
  const [withdrawing, setWithdrawing] = useState(false);
  const again = () => {
    setWithdrawing(false);
    void found.refetch();
  };
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={complaintPath(complaintNumber)}>{complaintNumber}</Link>
      </p>
      <h1>{t('publish.title')}</h1>
      <p className="lead">{t('publish.lead')}</p>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data?.public && (
        <div role="status" className={styles.ways}>
          <Tag tone="good">{t('publish.public')}</Tag>
          <Button look="secondary" onClick={() => setWithdrawing(true)}>
            {t('publish.withdraw')}
          </Button>
        </div>
      )}
      {found.data && (
        <Form
          key={String(found.data.public)}
          number={complaintNumber}
          of={found.data}
          onDone={again}
        />
      )}
      {withdrawing && (
        <WordsDialog
          title={t('publish.withdraw')}
          label={t('publish.reason')}
          maxLength={500}
          onSend={(reason) =>
            withdrawComplaintPublication({
              path: { complaintNumber },
              body: { reason },
              throwOnError: true,
            })
          }
          onDone={again}
          onStale={again}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </div>
  );
}
