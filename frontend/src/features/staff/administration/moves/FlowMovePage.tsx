import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { askForFlowMove, type FlowMovePreview, previewFlowMove } from '@/api/generated';
import {
  getItemEditionOptions,
  listFlowMovesOptions,
  listFlowMovesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Loading, Name, Problem, Section, SelectField, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import frame from '../Editor.module.css';
import { useWords } from '../useWords';
import { MoveCases } from './MoveCases';
import { MoveList } from './MoveList';
import { MoveSteps } from './MoveSteps';
import styles from './Moves.module.css';

const POLL = 3_000;

/** Running cases of an item go from one version of its flow to another (流程版本迁移). */
export function FlowMovePage() {
  const { code = '' } = useParams<{ code: string }>();
  const { t } = useWords();
  const edition = useQuery(getItemEditionOptions({ path: { code } }));
  usePageTitle(t('move.title'), t('common:site.name'));
  return (
    <div className={`wrap ${frame.page}`}>
      <header className={frame.head}>
        <p className={frame.crumbs}>
          <Link href="/staff/administration/items">{t('items.title')}</Link>
          <Link href={`/staff/administration/flows/${encodeURIComponent(code)}`}>
            {t('items.flow')}
          </Link>
          <span className="figures">{code}</span>
        </p>
        <h1>
          {t('move.title')} {edition.data && <Name of={edition.data.content} />}
        </h1>
        <p className="lead">{t('move.lead')}</p>
      </header>
      {edition.error && <Problem problem={toProblem(edition.error)} />}
      {!edition.data && !edition.error && <Loading lines={6} />}
      {edition.data && (
        <Moving
          code={code}
          newest={edition.data.version}
          running={edition.data.runningCases.versions}
        />
      )}
      <Past code={code} />
    </div>
  );
}

function Moving({
  code,
  newest,
  running,
}: {
  code: string;
  newest: number;
  running: readonly { version: number; cases: number }[];
}) {
  const { t } = useWords();
  const queries = useQueryClient();
  const elsewhere = running.filter((one) => one.version !== newest);
  const [from, setFrom] = useState(elsewhere[0]?.version ?? running[0]?.version ?? 1);
  const [to, setTo] = useState(newest);
  const [steps, setSteps] = useState<Record<string, string>>();
  const [reason, setReason] = useState('');
  const preview = useMutation({
    mutationFn: async (mapping: Record<string, string> | undefined) =>
      (
        await previewFlowMove({
          body: {
            itemCode: code,
            fromVersion: from,
            toVersion: to,
            ...(mapping && { steps: mapping }),
          },
          throwOnError: true,
        })
      ).data,
    onSuccess: (found) => setSteps(found.steps),
  });
  const ask = useMutation({
    mutationFn: async (seen: FlowMovePreview) =>
      (
        await askForFlowMove({
          body: {
            itemCode: code,
            fromVersion: seen.fromVersion,
            toVersion: seen.toVersion,
            steps: seen.steps,
            reason: reason.trim(),
          },
          throwOnError: true,
        })
      ).data,
    onSuccess: () => {
      preview.reset();
      setSteps(undefined);
      void queries.invalidateQueries({
        queryKey: listFlowMovesQueryKey({ query: { item: code } }),
      });
    },
  });
  const seen = preview.data;
  const changed = seen !== undefined && JSON.stringify(steps) !== JSON.stringify(seen.steps);
  const movable = seen?.cases.some((one) => !one.obstacle) ?? false;
  const choose = (change: (version: number) => void) => (version: string) => {
    change(Number(version));
    setSteps(undefined);
    preview.reset();
    ask.reset();
  };
  return (
    <>
      <form
        className={styles.choose}
        onSubmit={(event) => {
          event.preventDefault();
          ask.reset();
          preview.mutate(undefined);
        }}
      >
        <SelectField
          id="move-from"
          label={t('move.from')}
          width="medium"
          value={String(from)}
          onChange={(event) => choose(setFrom)(event.target.value)}
        >
          {Array.from({ length: newest }, (_, place) => place + 1).map((number) => {
            const open = running.find((one) => one.version === number)?.cases ?? 0;
            return (
              <option key={number} value={number}>
                {t('move.version', { number, count: open })}
              </option>
            );
          })}
        </SelectField>
        <SelectField
          id="move-to"
          label={t('move.to')}
          width="medium"
          value={String(to)}
          onChange={(event) => choose(setTo)(event.target.value)}
        >
          {Array.from({ length: newest }, (_, place) => newest - place).map((number) => (
            <option key={number} value={number}>
              {t('move.versionPlain', { number })}
            </option>
          ))}
        </SelectField>
        <Button type="submit" busy={preview.isPending}>
          {t('move.preview')}
        </Button>
      </form>
      {preview.error && <Problem problem={toProblem(preview.error)} />}
      <div role="status">{ask.data && <p className={styles.asked}>{t('move.asked')}</p>}</div>
      {seen && steps && (
        <>
          <Section id="mapping" title={t('move.mapping')} wide>
            <p className="quiet">{t('move.mappingHint')}</p>
            <MoveSteps preview={seen} steps={steps} onChange={setSteps} />
            {changed && (
              <Button
                look="secondary"
                busy={preview.isPending}
                onClick={() => preview.mutate(steps)}
              >
                {t('move.again')}
              </Button>
            )}
          </Section>
          <Section id="cases" title={t('move.cases')} wide>
            <MoveCases preview={seen} />
          </Section>
          {movable && (
            <form
              className={styles.ask}
              onSubmit={(event) => {
                event.preventDefault();
                if (reason.trim() && !changed) ask.mutate(seen);
              }}
            >
              <TextArea
                id="move-reason"
                label={t('move.reason')}
                hint={t('move.reasonHint')}
                required
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              {ask.error && <Problem problem={toProblem(ask.error)} />}
              <Button type="submit" busy={ask.isPending} disabled={changed}>
                {ask.isPending ? t('move.asking') : t('move.ask')}
              </Button>
            </form>
          )}
        </>
      )}
    </>
  );
}

/** What was asked for, is under way or done; looked at again while something is. */
function Past({ code }: { code: string }) {
  const { t } = useWords();
  const moves = useQuery({
    ...listFlowMovesOptions({ query: { item: code } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((move) => move.state !== 'done') ? POLL : false,
  });
  return (
    <Section id="past" title={t('move.past')} wide>
      {moves.error && <Problem problem={toProblem(moves.error)} />}
      {moves.data && <MoveList moves={moves.data.items} />}
    </Section>
  );
}
