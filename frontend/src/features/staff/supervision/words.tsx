import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FindingSeverity, SupervisionFinding, SupervisionSubject } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Tag, type Tone, useNameText } from '@/components';
import type { Permission } from '../rights';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

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

const PATHS: Record<SupervisionSubject['kind'], (number: string) => string> = {
  case: (number) => `/staff/cases/${number}`,
  complaint: (number) => `/staff/complaints/${number}`,
  ratings: () => '/staff/ratings',
  window: (number) => `/staff/attendance?from=${dayOf(number)}&to=${dayOf(number)}`,
};

const RIGHTS: Record<SupervisionSubject['kind'], readonly Permission[]> = {
  case: ['cases.read'],
  complaint: ['complaints.read'],
  ratings: ['ratings.supervise'],
  window: ['attendance.read'],
};

/** The day of a window's number, which is its post and the day. */
function dayOf(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}

/** What a finding is about, with the way there for whoever may go it. */
export function Subject({ of, className }: { of: SupervisionSubject; className?: string }) {
  const { t } = useTranslation('findings');
  const may = mayAny(useAccount(), RIGHTS[of.kind]);
  const kind = of.kind !== 'case' && <>{t(`subject.${of.kind}`)} </>;
  return (
    <>
      {kind}
      {may ? (
        <Link href={PATHS[of.kind](of.number)} className={className}>
          {of.number}
        </Link>
      ) : (
        <span className={className}>{of.number}</span>
      )}
    </>
  );
}

/** Whose it was to do, and who did it. */
export function Whose({ finding }: { finding: SupervisionFinding }) {
  const { t } = useTranslation(['findings', 'privacy']);
  const post =
    finding.post &&
    t(`privacy:post.${finding.post}` as 'privacy:post.window', { defaultValue: finding.post });
  if (!post && !finding.account) {
    return <>{t(finding.subject.kind === 'case' ? 'finding.nobody' : 'finding.ofDepartment')}</>;
  }
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
