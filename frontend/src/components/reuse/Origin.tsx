import { useTranslation } from 'react-i18next';
import { useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import type { DocumentView, SourceView } from './types';

/** “from your application of 3 May 2026 for …” */
export function FromApplication({ source }: { source: SourceView }) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  const language = useLanguage();
  return (
    <>
      {t('reuse.from', {
        day: formatDate(source.submittedAt, language, 'date'),
        item: nameText({ name: source.itemName, nameEn: source.itemNameEn }),
      })}
    </>
  );
}

/** A decision by its title, its number, who issued it and when. */
export function DocumentName({ document }: { document: DocumentView }) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  const language = useLanguage();
  return (
    <>
      {nameText({ name: document.title, nameEn: document.titleEn })}{' '}
      <span lang="zh-CN">{document.number}</span>
      {t('reuse.issued', {
        unit: nameText({ name: document.unit, nameEn: document.unitEn }),
        day: formatDate(document.issuedAt, language, 'date'),
      })}
    </>
  );
}
