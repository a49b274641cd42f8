import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ComplaintPublicationDraft, ComplaintPublicationProposal } from '@/api/generated';
import { Button, Loading, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Matters.module.css';
import list from '../List.module.css';
import { WordsDialog } from '../ratings/WordsDialog';
import { EarlierTexts } from './EarlierTexts';
import { RedactionForm, type Redacted } from './RedactionForm';

interface Texts extends Redacted {
  heading: string;
  lead: string;
  public: string;
  marks: string;
  send: string;
  again: string;
  withdraw: string;
  reason: string;
}

/** Looking through what the machine has marked before question and answer are published. */
export function Publishing({
  number,
  href,
  found,
  texts,
  publish,
  withdraw,
}: {
  number: string;
  /** Where what was asked and answered is. */
  href: string;
  found: UseQueryResult<ComplaintPublicationProposal, unknown>;
  texts: Texts;
  publish: (draft: ComplaintPublicationDraft) => Promise<unknown>;
  withdraw: (reason: string) => Promise<unknown>;
}) {
  const [withdrawing, setWithdrawing] = useState(false);
  const again = () => {
    setWithdrawing(false);
    void found.refetch();
  };
  const sending = useMutation({
    mutationFn: (draft: Redacted) => {
      const replaces = found.data?.publicationId;
      return publish(replaces ? { ...draft, replaces } : draft);
    },
    onSuccess: again,
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={href}>{number}</Link>
      </p>
      <h1>{texts.heading}</h1>
      <p className="lead">{texts.lead}</p>
      {found.isPending && <Loading lines={8} />}
      {found.isError && <Problem problem={toProblem(found.error)} />}
      {found.data?.public && (
        <div role="status" className={styles.ways}>
          <Tag tone="good">{texts.public}</Tag>
          <Button look="secondary" onClick={() => setWithdrawing(true)}>
            {texts.withdraw}
          </Button>
        </div>
      )}
      {found.data && (
        <RedactionForm
          key={found.data.publicationId ?? 'unpublished'}
          of={found.data}
          texts={{ ...texts, send: found.data.public ? texts.again : texts.send }}
          sending={sending}
        />
      )}
      {found.data && <EarlierTexts of={found.data.earlier} texts={texts} />}
      {withdrawing && (
        <WordsDialog
          title={texts.withdraw}
          label={texts.reason}
          maxLength={500}
          onSend={withdraw}
          onDone={again}
          onStale={again}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </div>
  );
}
