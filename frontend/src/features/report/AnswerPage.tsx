import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ConversationView } from './ConversationView';
import styles from './Report.module.css';
import type { Opened } from './sending';

/** Coming back with the receipt. */
export function AnswerPage() {
  const { t } = useTranslation(['report', 'common']);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<'length' | 'slip'>();
  const [opened, setOpened] = useState<Opened>();
  usePageTitle(t('answer.title'), t('common:site.name'));
  const open = useMutation({
    mutationFn: async () => {
      const [{ readReceipt }, { openWith }] = await Promise.all([
        import('@/lib/sealing'),
        import('./sending'),
      ]);
      const read = readReceipt(typed);
      setWrong('wrong' in read ? read.wrong : undefined);
      if ('receipt' in read) {
        setOpened(await openWith(read.receipt));
        setTyped('');
      }
    },
    gcTime: 0,
  });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('answer.title')}</h1>
      {opened ? (
        <ConversationView
          opened={opened}
          onChanged={setOpened}
          onLeave={() => setOpened(undefined)}
        />
      ) : (
        <>
          <p className="lead">{t('answer.lead')}</p>
          <form
            noValidate
            autoComplete="off"
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (!open.isPending) open.mutate();
            }}
          >
            {open.error && <Problem problem={toProblem(open.error)} />}
            <TextField
              id="report-receipt"
              label={t('answer.receipt')}
              hint={t('answer.hint')}
              spellCheck={false}
              autoCapitalize="characters"
              className={styles.typed}
              value={typed}
              error={wrong && t(`answer.wrong.${wrong}`)}
              onChange={({ target }) => setTyped(target.value)}
            />
            <div>
              <Button type="submit" busy={open.isPending}>
                {t('answer.open')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
