import { type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeletionRequest } from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';

/** What one proposes to do with a request, and why; another person has to agree. */
export function ProposalDialog({
  request,
  title,
  text,
  reason: { label, hint, missing },
  complete = true,
  send,
  onDone,
  onClose,
  children,
}: {
  request: DeletionRequest;
  title: string;
  text: string;
  reason: { label: string; hint: string; missing: string };
  /** Whether what is asked for besides the reason has been answered. */
  complete?: boolean;
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  /** What is asked for besides the reason, told whether it has been tried to send it. */
  children?: (tried: boolean) => ReactNode;
}) {
  const { t } = useTranslation('privacy');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const proposal = useMutation({ mutationFn: () => send(reason.trim()), onSuccess: onDone });
  return (
    <Dialog
      title={title}
      aside={request.caseNumber}
      text={text}
      locked={proposal.isPending}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() && complete && !proposal.isPending) proposal.mutate();
      }}
      onClose={onClose}
    >
      {children?.(tried)}
      <TextArea
        label={label}
        hint={hint}
        error={tried && !reason.trim() ? missing : undefined}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {proposal.error && <Problem problem={toProblem(proposal.error)} />}
      <DialogWays>
        <Button type="submit" busy={proposal.isPending}>
          {t('unmask.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('deletions.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
