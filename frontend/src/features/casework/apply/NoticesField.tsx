import { useTranslation } from 'react-i18next';
import { NoticeChoiceFields } from '@/components/case';
import { useLanguage } from '@/i18n';
import { usualChoice } from '@/lib/noticeChoice';
import type { ErrorOf } from './ApplicantFields';
import { fieldId } from './checks';
import type { DraftHandle } from './useDraft';

/** How a guest is told of what happens to the application. */
export function NoticesField({ handle, errorOf }: { handle: DraftHandle; errorOf: ErrorOf }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  return (
    <NoticeChoiceFields
      value={handle.draft.notices ?? usualChoice(language)}
      inApp={t('notices.choice.trackingPage')}
      requiredId={fieldId('notices.required')}
      emailId={fieldId('notices.email')}
      emailError={errorOf('notices.email')}
      requiredError={errorOf('notices.required')}
      onChange={(notices) => handle.change({ notices })}
    />
  );
}
