import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, More, Problem, SelectField } from '@/components';
import styles from '@/components/promise/Promise.module.css';
import { toProblem } from '@/lib/problem';

/** A list of one's own unit in parts, with how many there are of each. */
export function ShowPage<Show extends string>({
  title,
  lead,
  parts,
  show,
  counts,
  onShow,
  found,
  children,
}: {
  title: string;
  lead: string;
  parts: readonly { value: Show; label: string }[];
  show: Show;
  counts: Record<Show, number> | undefined;
  onShow: (show: string) => void;
  found: Parameters<typeof More>[0]['of'] & {
    error: unknown;
    isPending: boolean;
    refetch: () => Promise<unknown>;
  };
  children: ReactNode;
}) {
  const { t } = useTranslation('promise');
  return (
    <>
      <h1>{title}</h1>
      <p className={`lead ${styles.over}`}>{lead}</p>
      <SelectField
        label={t('staff.shows')}
        width="medium"
        value={show}
        onChange={({ target }) => onShow(target.value)}
      >
        {parts.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
            {counts ? ` (${counts[value]})` : ''}
          </option>
        ))}
      </SelectField>
      {found.error !== null && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {children}
      <More of={found} />
    </>
  );
}
