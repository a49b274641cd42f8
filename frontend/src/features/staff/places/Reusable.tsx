import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { findReuse, type PowerItem, type ReuseMaterial, type WindowReuse } from '@/api/generated';
import { Button, Problem, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { CheckGroup } from './CheckGroup';

/** What the city has already of who is at the window, looked for when the clerk asks. */
export function Reusable({
  asked,
  item,
  taken,
  onChange,
}: {
  asked: WindowReuse;
  item: PowerItem;
  taken: readonly ReuseMaterial[];
  onChange: (taken: readonly ReuseMaterial[]) => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const language = useLanguage();
  const search = useMutation({
    mutationFn: async () => (await findReuse({ body: asked, throwOnError: true })).data.materials,
    gcTime: 0,
  });
  const found = search.data ?? [];
  const label = (one: ReuseMaterial) => {
    const material = item.materials.find(({ code }) => code === one.code);
    const what = one.document
      ? `${nameText({ name: one.document.title, nameEn: one.document.titleEn })} ${one.document.number}`
      : t('intake.reuseFile', {
          day: formatDate(one.receivedAt ?? one.source.submittedAt, language, 'date'),
        });
    return `${material ? nameText(material) : one.code}: ${what}`;
  };
  return (
    <div>
      <p className="quiet">{t('intake.reuseHint')}</p>
      <Button
        look="secondary"
        disabled={!asked.name || !asked.identityNumber}
        busy={search.isPending}
        onClick={() => search.mutate()}
      >
        {t('intake.reuse')}
      </Button>
      {search.error && <Problem problem={toProblem(search.error)} />}
      {search.data && found.length === 0 && <p role="status">{t('intake.reuseNone')}</p>}
      {found.length > 0 && (
        <CheckGroup
          legend={t('intake.reuseFound')}
          choices={found.map((one) => ({ value: one.code, label: label(one) }))}
          chosen={taken.map(({ code }) => code)}
          onChange={(codes) => onChange(found.filter(({ code }) => codes.includes(code)))}
        />
      )}
    </div>
  );
}
