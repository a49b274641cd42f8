import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Checks } from '../Checks';
import { Choices, TextField } from '../Field';
import styles from './NoticeChoiceFields.module.css';
import type { NoticeChoiceForm, NoticeWay } from '@/lib/noticeChoice';

const OUTWARD: readonly NoticeWay[] = ['sms', 'email'];
const ALL: readonly NoticeWay[] = ['sms', 'email', 'inApp'];

/** How one wants to be told; what the law requires stays on. */
export function NoticeChoiceFields({
  value,
  inApp,
  requiredId,
  emailId,
  emailError,
  requiredError,
  onChange,
}: {
  value: NoticeChoiceForm;
  /** What in-app is to this reader: the tracking page, or an inbox. */
  inApp: string;
  requiredId?: string | undefined;
  emailId?: string | undefined;
  emailError?: string | undefined;
  requiredError?: string | undefined;
  onChange: (value: NoticeChoiceForm) => void;
}) {
  const { t } = useTranslation('casework');
  const group = useId();
  const byMail = value.required.includes('email') || value.progress.includes('email');
  const label = (way: NoticeWay) => (way === 'inApp' ? inApp : t(`notices.channel.${way}`));
  return (
    <div className={styles.choice}>
      <Checks
        id={requiredId}
        legend={t('notices.choice.required')}
        hint={t('notices.choice.requiredHint')}
        error={requiredError}
        choices={ALL.map((way) => ({
          value: way,
          label: way === 'inApp' ? `${inApp}${t('notices.choice.always')}` : label(way),
          fixed: way === 'inApp',
        }))}
        values={[...value.required, 'inApp']}
        onChange={(ways) =>
          onChange({ ...value, required: OUTWARD.filter((way) => ways.includes(way)) })
        }
      />
      <Checks
        legend={t('notices.choice.progress')}
        hint={t('notices.choice.progressHint')}
        choices={ALL.map((way) => ({ value: way, label: label(way) }))}
        values={value.progress}
        onChange={(ways) =>
          onChange({ ...value, progress: ALL.filter((way) => ways.includes(way)) })
        }
      />
      {byMail && (
        <TextField
          {...(emailId && { id: emailId })}
          label={t('notices.choice.email')}
          error={emailError}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          value={value.email}
          onChange={(event) => onChange({ ...value, email: event.target.value })}
        />
      )}
      <Choices
        name={`${group}-language`}
        legend={t('notices.choice.language')}
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
        choices={[
          { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
    </div>
  );
}
