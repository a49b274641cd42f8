import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { JointThemeForm } from '@/api/generated';
import { useNameText } from '@/components';
import { CheckAt, LinesAt, NumberAt, RowsAt, SelectAt, TextAt } from '../form/fields';

/** Everything a theme says. */
export function ThemeFields({ form }: { form: JointThemeForm }) {
  const { t } = useTranslation('joint');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: 300_000 });
  const questions = form.questions ?? [];
  return (
    <>
      <TextAt at="/theme/name" label={t('edit.name')} lang="zh-CN" />
      <TextAt at="/theme/nameEn" label={t('edit.nameEn')} optional lang="en" />
      <TextAt at="/theme/summary" label={t('edit.summary')} optional lines={3} lang="zh-CN" />
      <TextAt at="/theme/summaryEn" label={t('edit.summaryEn')} optional lines={3} lang="en" />
      <SelectAt
        at="/theme/leadDepartment"
        label={t('edit.leadDepartment')}
        options={(departments.data ?? []).map((department) => ({
          value: department.code,
          label: nameText(department),
        }))}
      />
      <TextAt at="/theme/regionCode" label={t('edit.regionCode')} width="medium" />
      <NumberAt at="/theme/statementDays" label={t('edit.statementDays')} max={4} />
      <CheckAt at="/theme/closed" label={t('edit.closed')} />
      <h2>{t('edit.questions')}</h2>
      <RowsAt
        at="/theme/questions"
        legend={t('edit.questions')}
        name={(number) => t('edit.question', { number })}
        add={t('edit.addQuestion')}
        blank={() => ({ code: '', text: '', choices: [] })}
      >
        {(at) => (
          <>
            <TextAt at={`${at}/code`} label={t('edit.code')} width="medium" />
            <TextAt at={`${at}/text`} label={t('edit.text')} lang="zh-CN" />
            <TextAt at={`${at}/textEn`} label={t('edit.textEn')} optional lang="en" />
            <RowsAt
              at={`${at}/choices`}
              legend={t('edit.choices')}
              name={(number) => t('edit.choice', { number })}
              add={t('edit.addChoice')}
              blank={() => ({ code: '', text: '' })}
              compact
            >
              {(choice) => (
                <>
                  <TextAt at={`${choice}/code`} label={t('edit.code')} width="short" />
                  <TextAt at={`${choice}/text`} label={t('edit.text')} lang="zh-CN" />
                  <TextAt at={`${choice}/textEn`} label={t('edit.textEn')} optional lang="en" />
                </>
              )}
            </RowsAt>
          </>
        )}
      </RowsAt>
      <h2>{t('edit.parts')}</h2>
      <RowsAt
        at="/theme/parts"
        legend={t('edit.parts')}
        name={(number) => t('edit.part', { number })}
        add={t('edit.addPart')}
        blank={() => ({ item: '' })}
      >
        {(at) => (
          <>
            <TextAt at={`${at}/item`} label={t('edit.item')} width="medium" />
            <LinesAt at={`${at}/requires`} label={t('edit.requires')} optional />
            <SelectAt
              at={`${at}/onlyIf/question`}
              label={t('edit.onlyIfQuestion')}
              none={t('edit.always')}
              options={questions.map((question) => ({
                value: question.code,
                label: nameText({ name: question.text, nameEn: question.textEn }),
              }))}
            />
            <LinesAt at={`${at}/onlyIf/answers`} label={t('edit.onlyIfAnswers')} optional />
          </>
        )}
      </RowsAt>
      <h2>{t('edit.shared')}</h2>
      <RowsAt
        at="/theme/shared"
        legend={t('edit.shared')}
        name={(number) => t('edit.group', { number })}
        add={t('edit.addGroup')}
        blank={() => [
          { itemCode: '', code: '' },
          { itemCode: '', code: '' },
        ]}
      >
        {(at) => (
          <RowsAt
            at={at}
            legend={t('edit.shared')}
            name={(number) => t('edit.use', { number })}
            add={t('edit.addUse')}
            blank={() => ({ itemCode: '', code: '' })}
            compact
          >
            {(use) => (
              <>
                <TextAt at={`${use}/itemCode`} label={t('edit.item')} width="medium" />
                <TextAt at={`${use}/code`} label={t('edit.materialCode')} width="short" />
              </>
            )}
          </RowsAt>
        )}
      </RowsAt>
    </>
  );
}
