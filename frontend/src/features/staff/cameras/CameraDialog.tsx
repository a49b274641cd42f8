import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera, keepCamera } from '@/api/generated';
import {
  listDepartmentsOptions,
  listPlacesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Dialog,
  DialogWays,
  Problem,
  SelectField,
  TextField,
  useNameText,
} from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { dayOf } from './span';

/** Enters a camera, or changes what is said of it. */
export function CameraDialog({
  camera,
  onDone,
  onClose,
}: {
  camera?: Camera;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('cameras');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const places = useQuery({ ...listPlacesOptions({ query: { limit: 100 } }), staleTime: Infinity });
  const [typed, setTyped] = useState({
    code: camera?.code ?? '',
    name: camera?.name ?? '',
    nameEn: camera?.nameEn ?? '',
    placeCode: camera?.place.code ?? '',
    window: camera?.window ?? '',
    departmentCode: camera?.department.code ?? '',
    from: camera?.from ?? dayOf(new Date()),
    until: camera?.until ?? '',
  });
  const keep = useMutation({
    mutationFn: () =>
      keepCamera({
        path: { camera: typed.code.trim() },
        headers: { 'If-Match': `"${camera?.version ?? 0}"` },
        body: {
          name: typed.name,
          ...(typed.nameEn.trim() && { nameEn: typed.nameEn }),
          placeCode: typed.placeCode,
          window: typed.window,
          departmentCode: typed.departmentCode,
          from: typed.from,
          ...(typed.until && { until: typed.until }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const problem = keep.error ? toProblem(keep.error) : undefined;
  const line = (field: keyof typeof typed, label: string, optional = false) => ({
    label,
    optional,
    value: typed[field],
    error: problem?.errors?.find((each) => fieldName(each.pointer ?? '') === field)?.detail,
    onChange: (event: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [field]: event.target.value })),
  });
  return (
    <Dialog
      title={camera ? camera.code : t('register.add')}
      locked={keep.isPending}
      onSubmit={() => keep.mutate()}
      onClose={onClose}
    >
      {!camera && (
        <TextField
          {...line('code', t('register.code'))}
          hint={t('register.codeHint')}
          maxLength={64}
        />
      )}
      <TextField {...line('name', t('register.name'))} maxLength={100} />
      <TextField {...line('nameEn', t('register.nameEn'), true)} maxLength={200} />
      <SelectField {...line('placeCode', t('open.place'))}>
        <option value="" />
        {places.data?.items.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <TextField
        {...line('window', t('open.window'))}
        hint={t('register.windowHint')}
        maxLength={40}
        width="short"
      />
      <SelectField {...line('departmentCode', t('open.department'))}>
        <option value="" />
        {departments.data?.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <TextField type="date" {...line('from', t('register.from'))} width="medium" />
      <TextField
        type="date"
        {...line('until', t('register.until'), true)}
        hint={t('register.untilHint')}
        width="medium"
      />
      {problem && <Problem problem={problem} />}
      <DialogWays>
        <Button type="submit" busy={keep.isPending}>
          {t('register.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('attach.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
