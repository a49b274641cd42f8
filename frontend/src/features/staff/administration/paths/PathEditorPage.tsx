import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  previewProjectPath,
  type ProjectPathForm,
  type ProjectPathProposal,
  publishProjectPath,
} from '@/api/generated';
import {
  listJointThemeEditionsOptions,
  listProjectPathEditionsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useNameText } from '@/components';
import { today } from '@/lib/deadline';
import { EditionEditor } from '../edition/EditionEditor';
import { EditionPage } from '../edition/pages';
import { CheckAt, LinesAt, RowsAt, SelectAt, TextAt } from '../form/fields';
import { useWords } from '../useWords';

const BLANK: ProjectPathForm = {
  name: '',
  regionCode: '',
  phases: [{ code: '', name: '', theme: '' }],
};

/** What is empty isn't said. */
function cleaned({ effectiveFrom, path }: ProjectPathProposal): ProjectPathProposal {
  const { nameEn, summary, summaryEn, ...said } = path;
  return {
    effectiveFrom,
    path: {
      ...said,
      ...(nameEn && { nameEn }),
      ...(summary && { summary }),
      ...(summaryEn && { summaryEn }),
      phases: path.phases.map(({ needs, nameEn: phaseEn, ...phase }) => ({
        ...phase,
        ...(phaseEn && { nameEn: phaseEn }),
        ...(needs?.length && {
          needs: needs.map(({ items, phase: needed }) => {
            const codes = (items ?? []).map((code) => code.trim()).filter(Boolean);
            return { phase: needed, ...(codes.length > 0 && { items: codes }) };
          }),
        }),
      })),
    },
  };
}

function PathFields({ path }: { path: ProjectPathForm }) {
  const { t, regions } = useWords();
  const nameText = useNameText();
  const themes = useQuery({ ...listJointThemeEditionsOptions(), staleTime: 60_000 });
  return (
    <>
      <TextAt at="/path/name" label={t('path.name')} lang="zh-CN" />
      <TextAt at="/path/nameEn" label={t('path.nameEn')} optional lang="en" />
      <TextAt at="/path/summary" label={t('path.summary')} optional lines={3} lang="zh-CN" />
      <TextAt at="/path/summaryEn" label={t('path.summaryEn')} optional lines={3} lang="en" />
      <SelectAt at="/path/regionCode" label={t('path.region')} options={regions} />
      <CheckAt at="/path/closed" label={t('path.closed')} />
      <h2>{t('path.phases')}</h2>
      <RowsAt
        at="/path/phases"
        legend={t('path.phases')}
        name={(number) => t('path.phase', { number })}
        add={t('path.addPhase')}
        blank={() => ({ code: '', name: '', theme: '' })}
      >
        {(at, index) => (
          <>
            <TextAt at={`${at}/code`} label={t('edition.code')} width="medium" />
            <TextAt at={`${at}/name`} label={t('path.name')} lang="zh-CN" />
            <TextAt at={`${at}/nameEn`} label={t('path.nameEn')} optional lang="en" />
            <SelectAt
              at={`${at}/theme`}
              label={t('path.theme')}
              width="full"
              options={(themes.data ?? []).flatMap(({ code, versions }) =>
                versions[0] ? [{ value: code, label: nameText(versions[0].theme) }] : [],
              )}
            />
            {index > 0 && (
              <RowsAt
                at={`${at}/needs`}
                legend={t('path.needs')}
                name={(number) => t('path.need', { number })}
                add={t('path.addNeed')}
                blank={() => ({ phase: '' })}
                compact
              >
                {(need) => (
                  <>
                    <SelectAt
                      at={`${need}/phase`}
                      label={t('path.needPhase')}
                      options={path.phases
                        .slice(0, index)
                        .map((phase) => ({ value: phase.code, label: nameText(phase) }))}
                    />
                    <LinesAt
                      at={`${need}/items`}
                      label={t('path.needItems')}
                      hint={t('path.needItemsHint')}
                      optional
                    />
                  </>
                )}
              </RowsAt>
            )}
          </>
        )}
      </RowsAt>
    </>
  );
}

/** A path as a form: its phases, each with its theme and what it needs of earlier ones. */
export function PathEditorPage() {
  const { t } = useTranslation('administration');
  return (
    <EditionPage
      path="/staff/administration/paths"
      back={t('path.back')}
      add={t('path.add')}
      edit={(name) => t('path.edit', { name })}
      editions={useQuery({ ...listProjectPathEditionsOptions(), staleTime: 0 })}
      named={({ path }) => path}
    >
      {(known, newest) => (
        <EditionEditor
          known={known}
          version={newest?.version ?? 0}
          initial={{ effectiveFrom: today(), path: newest?.path ?? BLANK }}
          earliest={today()}
          cleaned={cleaned}
          preview={async (code, body) =>
            (await previewProjectPath({ path: { code }, body, throwOnError: true })).data
          }
          publish={async (code, body, seen) =>
            (
              await publishProjectPath({
                path: { code },
                body,
                headers: { 'If-Match': seen },
                throwOnError: true,
              })
            ).data
          }
        >
          {({ path }) => <PathFields path={path} />}
        </EditionEditor>
      )}
    </EditionPage>
  );
}
