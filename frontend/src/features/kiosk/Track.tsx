import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { track, type TrackedCase } from '@/api/generated';
import { headlineOf } from '@/api/headline';
import {
  Bilingual,
  DateTime,
  KeyFacts,
  Name,
  Problem,
  StateBadge,
  useNameText,
} from '@/components';
import { DaysLeft } from '@/components/case';
import { FlowChart } from '@/components/flow';
import { nameInFlow } from '@/lib/flowNames';
import { type Keys, NO_KEYS } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { progressOf } from '@/lib/progress';
import { useTick } from '@/lib/tick';
import styles from './Kiosk.module.css';
import { DIGITS, Letters, LETTERS } from './Letters';
import { caseNumber, soFar } from './scanner';

const MOST_DIGITS = 19;
const CODE_LENGTH = 10;

/** Where a case is: no more than whoever looks over the shoulder may see. */
function Found({ tracked }: { tracked: TrackedCase }) {
  const { t } = useTranslation(['casework', 'kiosk']);
  const nameText = useNameText();
  const headline = headlineOf(tracked);
  const here = headline.step && nameInFlow(tracked.flow, headline.step.id);
  const now = useTick(60_000);
  return (
    <article>
      <h1>{t(`track.headline.${headline.key}`, { step: here ? nameText(here) : '' })}</h1>
      <p className="lead">
        <Bilingual chinese={tracked.itemName} english={tracked.itemNameEn} />{' '}
        <StateBadge state={tracked.state} originals={tracked.originals !== undefined} />
      </p>
      <KeyFacts
        facts={[
          { label: t('kiosk:track.number'), value: tracked.caseNumber },
          { label: t('kiosk:item.department'), value: <Name of={tracked.department} /> },
          {
            label: t('kiosk:track.submitted'),
            value: <DateTime value={tracked.submittedAt} as="date" />,
          },
        ]}
      />
      {tracked.deadline && <DaysLeft deadline={tracked.deadline} now={now} />}
      <h2>{t('track.flow')}</h2>
      <FlowChart
        flow={tracked.flow}
        progress={progressOf(tracked.steps, headline.open, tracked.flow.edges)}
      />
    </article>
  );
}

function Ask({
  wrong,
  busy,
  onFind,
}: {
  wrong: boolean;
  busy: boolean;
  onFind: (keys: Keys) => void;
}) {
  const { t } = useTranslation('kiosk');
  const [field, setField] = useState<'number' | 'code'>('number');
  const [digits, setDigits] = useState('');
  const [code, setCode] = useState('');
  const number = caseNumber(digits);
  const put = (change: (before: string) => string) =>
    field === 'number'
      ? setDigits(change(digits).slice(0, MOST_DIGITS))
      : setCode(change(code).slice(0, CODE_LENGTH));
  const fields = [
    { name: 'number', value: soFar(digits) },
    { name: 'code', value: code },
  ] as const;
  return (
    <>
      <h1>{t('track.title')}</h1>
      <p className="lead">{t('track.lead')}</p>
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {t('track.notFound')}
        </p>
      )}
      <div className={styles.fields}>
        {fields.map(({ name, value }) => (
          <button
            key={name}
            type="button"
            className={styles.field}
            aria-pressed={field === name}
            onClick={() => setField(name)}
          >
            <span>{t(`track.${name}`)}</span>
            <b data-field={name}>{value || t('track.empty')}</b>
          </button>
        ))}
      </div>
      <Letters
        signs={field === 'number' ? DIGITS : DIGITS + LETTERS}
        onSign={(sign) => put((before) => before + sign)}
        onBack={() => put((before) => before.slice(0, -1))}
        onClear={() => put(() => '')}
      />
      {field === 'number' ? (
        <button
          type="button"
          className={styles.strong}
          disabled={!number}
          onClick={() => setField('code')}
        >
          {t('track.next')}
        </button>
      ) : (
        <button
          type="button"
          className={styles.strong}
          disabled={!number || code.length < CODE_LENGTH || busy}
          onClick={() => number && onFind({ number, code })}
        >
          {t('track.find')}
        </button>
      )}
    </>
  );
}

/** Where a case is, by number and query code, typed on the screen or read from the receipt. */
export function Track({ keys: scanned }: { keys: Keys }) {
  const [keys, setKeys] = useState(scanned);
  const complete = keys !== NO_KEYS && keys.number !== '';
  const found = useQuery({
    queryKey: ['kiosk', 'track', keys],
    queryFn: async ({ signal }) =>
      (
        await track({
          body: { caseNumber: keys.number, trackingCode: keys.code },
          signal,
          throwOnError: true,
        })
      ).data,
    enabled: complete,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  if (found.data) return <Found tracked={found.data} />;
  const problem = found.error ? toProblem(found.error) : undefined;
  const unknown = problem !== undefined && [400, 404].includes(problem.status);
  return (
    <>
      {problem && !unknown && <Problem problem={problem} onRetry={() => void found.refetch()} />}
      <Ask wrong={unknown} busy={complete && found.isFetching} onFind={setKeys} />
    </>
  );
}
