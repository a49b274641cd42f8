import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveUpProject, type ProjectGivenUp } from '@/api/generated';
import { Button, Choices, Dialog, DialogWays, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import type { Ticket } from './ticket';

const WHYS: readonly ProjectGivenUp[] = ['notPursued', 'mistaken', 'registeredAgain'];

/** Gives up a project of which nothing has been applied for yet. */
export function GivingUp({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation('project');
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState<ProjectGivenUp>();
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (given: ProjectGivenUp) =>
      giveUpProject({ body: { ...ticket, why: given }, throwOnError: true }),
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  return (
    <p className="no-print">
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('givingUp.open')}
      </Button>
      {open && (
        <Dialog
          title={t('givingUp.open')}
          text={t('givingUp.text')}
          locked={send.isPending}
          onClose={() => setOpen(false)}
          onSubmit={() => {
            setTried(true);
            if (why) send.mutate(why);
          }}
        >
          {send.error && <Problem problem={toProblem(send.error)} />}
          <Choices
            name="why"
            legend={t('givingUp.why')}
            error={tried && !why ? t('givingUp.missing') : undefined}
            choices={WHYS.map((each) => ({ value: each, label: t(`givingUp.whys.${each}`) }))}
            value={why}
            onChange={setWhy}
          />
          <DialogWays>
            <Button type="submit" busy={send.isPending}>
              {t('givingUp.send')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('givingUp.keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </p>
  );
}
