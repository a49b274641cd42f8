import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FindingSeverity, SupervisionFinding } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Tag, type Tone, useNameText } from '@/components';

export const SEVERITIES: readonly FindingSeverity[] = ['grave', 'serious', 'minor', 'reminder'];

const TONES: Record<FindingSeverity, Tone> = {
  reminder: 'blue',
  minor: 'sun',
  serious: 'warn',
  grave: 'bad',
};

/** 提醒 一般 较重 严重. */
export function SeverityTag({ severity }: { severity: FindingSeverity }) {
  const { t } = useTranslation('findings');
  return <Tag tone={TONES[severity]}>{t(`severity.${severity}`)}</Tag>;
}

/** Whose it was to do, and who did it. */
export function Whose({ finding }: { finding: SupervisionFinding }) {
  const { t } = useTranslation(['findings', 'privacy']);
  const post =
    finding.post &&
    t(`privacy:post.${finding.post}` as 'privacy:post.window', { defaultValue: finding.post });
  if (!post && !finding.account) return <>{t('finding.nobody')}</>;
  return (
    <>
      {post} {finding.account && <span className="quiet">{finding.account}</span>}
    </>
  );
}

/** Names of departments by their codes. */
export function useDepartments() {
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  return {
    all: departments.data,
    /** The same to choose from. */
    choices: (departments.data ?? []).map((each) => ({
      value: each.code,
      label: nameText(each),
    })),
    text: (code: string) => {
      const found = departments.data?.find((each) => each.code === code);
      return found ? nameText(found) : code;
    },
  };
}
