import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeBoardNotice } from '@/api/generated';
import { listBoardsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Dialog,
  DialogWays,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { cityDay } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';

const WEEK = 7 * 86_400_000;

/** Writes a notice; it begins and ends at midnight of the city. */
export function NoticeDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('carriers');
  const nameText = useNameText();
  const boards = useQuery({ ...listBoardsOptions(), staleTime: Infinity });
  const [fields, setFields] = useState(() => ({
    title: '',
    titleEn: '',
    text: '',
    textEn: '',
    screenCode: '',
    from: cityDay(Date.now()),
    until: cityDay(Date.now() + WEEK),
  }));
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      writeBoardNotice({
        headers: { 'Idempotency-Key': key },
        body: {
          title: fields.title.trim(),
          text: fields.text.trim(),
          ...(fields.titleEn.trim() && { titleEn: fields.titleEn.trim() }),
          ...(fields.textEn.trim() && { textEn: fields.textEn.trim() }),
          ...(fields.screenCode && { screenCode: fields.screenCode }),
          from: `${fields.from}T00:00:00+08:00`,
          until: `${fields.until}T00:00:00+08:00`,
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const put = (field: keyof typeof fields) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) =>
      setFields({ ...fields, [field]: event.target.value }),
  });
  return (
    <Dialog
      title={t('notice.write')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField label={t('notice.name')} required maxLength={60} {...put('title')} />
      <TextArea label={t('notice.text')} required maxLength={300} {...put('text')} />
      <TextField label={t('notice.nameEn')} optional maxLength={120} {...put('titleEn')} />
      <TextArea label={t('notice.textEn')} optional maxLength={600} {...put('textEn')} />
      <SelectField label={t('notice.screen')} {...put('screenCode')}>
        <option value="">{t('notice.everywhere')}</option>
        {boards.data?.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <TextField type="date" label={t('notice.from')} required width="medium" {...put('from')} />
      <TextField type="date" label={t('notice.until')} required width="medium" {...put('until')} />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('notice.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
