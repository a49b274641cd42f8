import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bill, type CaseCharge, proposeRefund } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Dialog, DialogWays, Problem, TextArea } from '@/components';
import { useLanguage } from '@/i18n';
import { formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';

/** Proposes to pay back what the facts allow, or takes up what the applicant has asked for. */
export function ProposeRefund({
  caseNumber,
  bill,
  onDone,
}: {
  caseNumber: string;
  bill: Bill;
  onDone: (after: CaseCharge) => void;
}) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const what = bill.refunds.find((refund) => refund.state === 'asked') ?? bill.possibleRefunds[0];
  const send = useMutation({
    mutationFn: async () =>
      (
        await proposeRefund({
          path: { caseNumber },
          headers: { 'Idempotency-Key': key },
          body: { paymentId: what!.paymentId, ground: what!.ground, reason: reason.trim() },
          throwOnError: true,
        })
      ).data,
    onSuccess: (after) => {
      setOpen(false);
      onDone(after);
    },
  });
  if (!what) return null;
  const words = t('case.propose', { amount: formatMoney(what.amountFen, language) });
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && (
        <Dialog
          title={t('case.proposeTitle')}
          aside={t(`refund.ground.${what.ground}`)}
          text={t('case.proposeText')}
          locked={send.isPending}
          onSubmit={() => {
            setAttempt(attempt + 1);
            if (reason.trim()) send.mutate();
          }}
          onClose={() => setOpen(false)}
        >
          <TextArea
            label={t('case.reason')}
            hint={t('case.reasonHint')}
            error={attempt > 0 && !reason.trim() ? t('case.reasonNeeded') : undefined}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          {send.error && <Problem problem={toProblem(send.error)} />}
          <DialogWays>
            <Button type="submit" busy={send.isPending}>
              {send.isPending ? t('case.sending') : words}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('case.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </>
  );
}
