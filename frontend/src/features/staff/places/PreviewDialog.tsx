import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceChange } from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, Table } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { fieldName, type ProblemDetail, toProblem } from '@/lib/problem';

const FIELDS = [
  'item',
  'place',
  'powers',
  'letterNumber',
  'issuedBy',
  'fromDay',
  'untilDay',
  'basis',
  'collect',
  'why',
  'account',
  'telephone',
] as const;
const POWERS = ['accept', 'forward', 'issue'] as const;

function Preview({ tried }: { tried: PlaceChange }) {
  const { t } = useTranslation('place');
  const language = useLanguage();
  const word = (field: string) => {
    const known = FIELDS.find((each) => each === field);
    return known ? t(`delegations.field.${known}`) : field;
  };
  const value = (text: string) => {
    const power = POWERS.find((each) => each === text);
    return power ? t(`delegations.power.${power}`) : text;
  };
  const side = (values: readonly string[]) =>
    values.length === 0 ? '—' : values.map(value).join(t('listSeparator'));
  return (
    <>
      <p>
        {t('delegations.effective', { day: formatDate(tried.effectiveFrom, language, 'date') })}
        {tried.runningCases > 0 && (
          <> · {t('delegations.running', { count: tried.runningCases })}</>
        )}
      </p>
      <Table
        caption={t('delegations.change')}
        rows={tried.changes}
        rowKey={(change) => change.field}
        columns={[
          {
            key: 'field',
            header: t('delegations.change'),
            rowHeader: true,
            cell: (change) => word(change.field),
          },
          {
            key: 'before',
            header: t('delegations.before'),
            cell: (change) => <span lang="zh-CN">{side(change.before)}</span>,
          },
          {
            key: 'after',
            header: t('delegations.after'),
            cell: (change) => <b lang="zh-CN">{side(change.after)}</b>,
          },
        ]}
      />
    </>
  );
}

/** Makes a change in two steps: what is asked for, then the server's own dry run, and only then the change. */
export function PreviewDialog({
  title,
  send,
  onDone,
  onClose,
  children,
}: {
  title: string;
  send: (dryRun: boolean) => Promise<PlaceChange>;
  onDone: () => void;
  onClose: () => void;
  /** The fields, told what the server found wrong with each. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation('place');
  const [tried, setTried] = useState<PlaceChange>();
  const [problem, setProblem] = useState<ProblemDetail>();
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) =>
    problem?.errors?.find((each) => fieldName(each.pointer ?? '') === field)?.detail;
  async function go(dryRun: boolean) {
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await send(dryRun);
      if (dryRun) setTried(result);
      else onDone();
    } catch (error) {
      setTried(undefined);
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={title}
      locked={busy}
      onClose={onClose}
      onSubmit={() => void go(tried === undefined)}
    >
      {problem && <Problem problem={problem} />}
      {tried ? <Preview tried={tried} /> : children(errorOf)}
      <DialogWays>
        <Button type="submit" busy={busy}>
          {t(tried ? 'delegations.confirm' : 'delegations.preview')}
        </Button>
        {tried && (
          <Button look="secondary" onClick={() => setTried(undefined)}>
            {t('delegations.back')}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('delegations.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
