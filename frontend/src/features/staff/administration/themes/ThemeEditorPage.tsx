import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listJointThemeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  type JointThemeForm,
  type JointThemeProposal,
  previewJointTheme,
  publishJointTheme,
} from '@/api/generated';
import { today } from '@/lib/deadline';
import { EditionEditor } from '../edition/EditionEditor';
import { EditionPage } from '../edition/pages';
import { ThemeFields } from './ThemeFields';

const BLANK: JointThemeForm = {
  name: '',
  leadDepartment: '',
  regionCode: '',
  statementDays: 3,
  closed: false,
  questions: [],
  parts: [{ item: '' }, { item: '' }],
  shared: [],
};

/** What is empty isn't said. */
function cleaned(form: JointThemeProposal): JointThemeProposal {
  return {
    ...form,
    theme: {
      ...form.theme,
      parts: form.theme.parts.map(({ onlyIf, ...part }) => ({
        ...part,
        requires: (part.requires ?? []).map((code) => code.trim()).filter(Boolean),
        ...(onlyIf?.question && {
          onlyIf: {
            question: onlyIf.question,
            answers: (onlyIf.answers ?? []).map((code) => code.trim()).filter(Boolean),
          },
        }),
      })),
    },
  };
}

/** A theme as a form; nothing is published that hasn't been previewed. */
export function ThemeEditorPage() {
  const { t } = useTranslation('joint');
  return (
    <EditionPage
      path="/staff/administration/themes"
      back={t('edit.back')}
      add={t('edit.add')}
      edit={(name) => t('edit.edit', { name })}
      editions={useQuery({ ...listJointThemeEditionsOptions(), staleTime: 0 })}
      named={({ theme }) => theme}
    >
      {(known, newest) => (
        <EditionEditor
          known={known}
          version={newest?.version ?? 0}
          initial={{ effectiveFrom: today(), theme: newest?.theme ?? BLANK }}
          earliest={today()}
          cleaned={cleaned}
          preview={async (code, body) =>
            (await previewJointTheme({ path: { code }, body, throwOnError: true })).data
          }
          publish={async (code, body, seen) =>
            (
              await publishJointTheme({
                path: { code },
                body,
                headers: { 'If-Match': seen },
                throwOnError: true,
              })
            ).data
          }
        >
          {({ theme }) => <ThemeFields form={theme} />}
        </EditionEditor>
      )}
    </EditionPage>
  );
}
