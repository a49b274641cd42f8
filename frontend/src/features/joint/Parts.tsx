import { useTranslation } from 'react-i18next';
import type {
  JointMaterial,
  JointReuseMaterial,
  JointTheme,
  JointThemeItem,
} from '@/api/generated';
import { Bilingual, Choices, Name } from '@/components';
import { LaterField } from '@/components/promise';
import { FilesField, type GivenFile } from './FilesField';
import styles from './Joint.module.css';
import { TakenNote } from './Offers';
import { isNeeded, lateLimit } from './promises';
import type { Promises } from './usePromises';

type Answers = Readonly<Record<string, string>>;

/** What a theme asks to know which items it takes, and which those are. */
export function Questions({
  theme,
  answers,
  items,
  errorOf,
  onChange,
}: {
  theme: JointTheme;
  answers: Answers;
  items: readonly JointThemeItem[];
  errorOf: (field: string) => string | undefined;
  onChange: (answers: Record<string, string>) => void;
}) {
  const { t } = useTranslation('joint');
  return (
    <>
      {theme.questions.length > 0 && <h2>{t('form.questions')}</h2>}
      {theme.questions.map((question) => (
        <Choices
          key={question.code}
          id={`joint-answers.${question.code}`}
          name={question.code}
          legend={<Bilingual chinese={question.text} english={question.textEn} />}
          error={errorOf(`answers.${question.code}`)}
          value={answers[question.code]}
          onChange={(answer) => onChange({ ...answers, [question.code]: answer })}
          choices={question.choices.map((choice) => ({
            value: choice.code,
            label: <Bilingual chinese={choice.text} english={choice.textEn} />,
          }))}
        />
      ))}
      <h2>{t('form.takes')}</h2>
      <ul aria-live="polite">
        {items.map((item) => (
          <li key={item.itemCode}>
            <Name of={item} />{' '}
            <span className="quiet">
              (<Name of={item.department} />)
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What those items ask for, each thing once. */
export function Materials({
  theme,
  materials,
  files,
  promises,
  taken = [],
  errorOf,
  onChange,
}: {
  theme: JointTheme;
  materials: readonly JointMaterial[];
  files: readonly GivenFile[];
  promises: Promises;
  /** What is taken over instead of being handed in. */
  taken?: readonly JointReuseMaterial[];
  errorOf: (field: string) => string | undefined;
  onChange: (change: (before: readonly GivenFile[]) => readonly GivenFile[]) => void;
}) {
  const { t } = useTranslation('joint');
  const { word, change } = promises;
  return (
    <>
      <h2>{t('theme.materials')}</h2>
      <p>{t('theme.once')}</p>
      <ul role="list" className={styles.rows}>
        {materials.map((material) => {
          const offer = taken.find((one) => one.key === material.key);
          const limit = offer ? undefined : lateLimit(theme, material, word);
          return (
            <FilesField
              key={material.key}
              id={`joint-material.${material.key}`}
              material={material}
              note={t(isNeeded(theme, material, word) ? 'form.needed' : 'form.ifNeeded', {
                count: material.usedBy.length,
              })}
              error={errorOf(`material.${material.key}`)}
              files={files}
              onChange={onChange}
            >
              <TakenNote offer={offer} />
              {limit && (
                <LaterField
                  limit={limit}
                  checked={word.late.includes(material.key)}
                  onChange={(checked) =>
                    change({
                      late: checked
                        ? [...word.late, material.key]
                        : word.late.filter((key) => key !== material.key),
                    })
                  }
                />
              )}
            </FilesField>
          );
        })}
      </ul>
    </>
  );
}
