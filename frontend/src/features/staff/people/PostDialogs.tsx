import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  addPostHolder,
  createPost,
  type PostFile,
  type PostLevel,
  type PostPart,
} from '@/api/generated';
import { listStaffOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useNameText } from '@/components';
import { cityTime, given, text } from './change';
import { ChangeDialog } from './ChangeDialog';
import { LEVELS, POST_CODES, usePlaces } from './useWords';

/** Gives a post to somebody of its department. */
export function GivePost({
  post,
  onDone,
  onClose,
}: {
  post: PostFile;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const name = useNameText();
  const people = useQuery(
    listStaffOptions({
      query: { limit: 100, ...(post.department && { department: post.department.code }) },
    }),
  );
  return (
    <ChangeDialog
      title={t('posts.give', { post: name(post) })}
      fields={[
        {
          name: 'account',
          label: t('field.name'),
          kind: 'select',
          choices: (people.data?.items ?? []).map((person) => ({
            value: person.account,
            label: `${name(person)} (${person.account})`,
          })),
        },
        {
          name: 'part',
          label: t('field.part'),
          hint: t('hint.part'),
          kind: 'select',
          choices: [
            { value: 'A', label: t('part.A') },
            { value: 'B', label: t('part.B') },
          ],
        },
        { name: 'from', label: t('from'), hint: t('hint.now'), kind: 'dateTime', optional: true },
        { name: 'until', label: t('until'), kind: 'dateTime', optional: true },
      ]}
      initial={{ part: 'A' }}
      send={async (values, dryRun) => {
        const from = cityTime(text(values, 'from'));
        const until = cityTime(text(values, 'until'));
        return (
          await addPostHolder({
            path: { id: post.id },
            query: { dryRun },
            body: {
              account: text(values, 'account'),
              part: text(values, 'part') as PostPart,
              ...(from && { from }),
              ...(until && { until }),
            },
            throwOnError: true,
          })
        ).data;
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** Sets up a post. */
export function NewPost({
  department,
  onDone,
  onClose,
}: {
  /** Its code, where one looks at one department's posts. */
  department: string | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const { departments, regions } = usePlaces();
  return (
    <ChangeDialog
      title={t('posts.add')}
      fields={[
        {
          name: 'code',
          label: t('field.code'),
          kind: 'select',
          choices: POST_CODES.map((code) => ({ value: code, label: t(`kind.${code}`) })),
        },
        { name: 'name', label: t('field.name'), kind: 'text' },
        { name: 'nameEn', label: t('field.nameEn'), kind: 'text', optional: true },
        {
          name: 'level',
          label: t('field.level'),
          kind: 'select',
          choices: LEVELS.map((one) => ({ value: one, label: t(`level.${one}`) })),
        },
        {
          name: 'departmentCode',
          label: t('field.department'),
          kind: 'select',
          choices: departments,
          optional: true,
        },
        {
          name: 'regionCode',
          label: t('field.region'),
          kind: 'select',
          choices: regions,
          optional: true,
        },
      ]}
      initial={{ code: 'window', level: 'window', departmentCode: department ?? '' }}
      send={async (values, dryRun) =>
        (
          await createPost({
            query: { dryRun },
            body: {
              code: text(values, 'code'),
              name: text(values, 'name'),
              level: text(values, 'level') as PostLevel,
              ...given(values, ['nameEn', 'departmentCode', 'regionCode']),
            },
            throwOnError: true,
          })
        ).data
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
