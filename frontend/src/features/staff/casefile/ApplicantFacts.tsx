import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { Bilingual, DateTime, KeyFacts, type KeyFact } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { Unmasking } from './Unmasking';
import styles from './CasePage.module.css';

/** Who applies, with no more of them than the work needs, and what it is about. */
export function ApplicantFacts({ file }: { file: CaseFile }) {
  const { t } = useTranslation(['staff', 'casework', 'privacy']);
  const language = useLanguage();
  const { applicant } = file;
  const organisation = applicant.kind === 'organisation';
  const given = (label: string, value: string | undefined): KeyFact[] =>
    value ? [{ label, value: <span lang="zh-CN">{value}</span> }] : [];
  const facts: KeyFact[] = [
    {
      label: t(organisation ? 'casework:apply.organisation' : 'casework:apply.person'),
      value: <span lang="zh-CN">{applicant.name}</span>,
    },
    ...given(
      t(organisation ? 'casework:apply.creditCode' : 'casework:apply.identityNumber'),
      applicant.identityNumber ?? applicant.identityNumberMasked,
    ),
    ...given(t('casework:apply.contactName'), applicant.contactName),
    ...given(t('casework:apply.phone'), applicant.phone ?? applicant.phoneMasked),
    ...given(t('casework:apply.address'), applicant.address),
    {
      label: t('casework:receipt.submittedAt'),
      value: <DateTime value={file.submittedAt} />,
    },
    {
      label: t('casework:apply.department'),
      value: <Bilingual chinese={file.department.name} english={file.department.nameEn} />,
    },
  ];
  return (
    <>
      <KeyFacts facts={facts} />
      {file.personalDataDeletedAt && (
        <p>{t('privacy:deleted', { at: formatDate(file.personalDataDeletedAt, language) })}</p>
      )}
      <Unmasking file={file} />
      {file.subject && (
        <p className={styles.subject} lang="zh-CN">
          {file.subject}
        </p>
      )}
    </>
  );
}
