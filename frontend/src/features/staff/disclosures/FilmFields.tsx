import { useTranslation } from 'react-i18next';
import type { PublicationFilm } from '@/api/generated';
import { TextArea, TextField } from '@/components';
import styles from './Publications.module.css';

type Key = Exclude<keyof PublicationFilm, 'seconds'>;

/** What makes a publication a film: where it lies, how long it is, and how it is read. */
export function FilmFields({
  film,
  errors,
  onChange,
}: {
  film: PublicationFilm | undefined;
  errors: Record<string, string>;
  onChange: (film: PublicationFilm | undefined) => void;
}) {
  const { t } = useTranslation('disclosures');
  const text = (key: Key) => ({
    id: `publication-film-${key}`,
    label: t(`film.${key}`),
    value: film?.[key] ?? '',
    error: errors[`film.${key}`],
    onChange: ({ target }: { target: { value: string } }) => {
      if (film) onChange({ ...film, [key]: target.value });
    },
  });
  return (
    <fieldset className={styles.film}>
      <legend>{t('film.title')}</legend>
      <label>
        <input
          type="checkbox"
          checked={film !== undefined}
          onChange={({ target }) =>
            onChange(target.checked ? { media: '', seconds: 60 } : undefined)
          }
        />{' '}
        {t('film.is')}
      </label>
      {film && (
        <>
          <TextField hint={t('film.mediaHint')} maxLength={180} {...text('media')} />
          <TextField
            id="publication-film-seconds"
            type="number"
            label={t('film.seconds')}
            min={1}
            max={86400}
            width="short"
            value={String(film.seconds)}
            error={errors['film.seconds']}
            onChange={({ target }) => onChange({ ...film, seconds: Number(target.value) })}
          />
          <TextField hint={t('film.posterHint')} optional maxLength={100} {...text('poster')} />
          <TextField optional maxLength={64} {...text('item')} />
          <TextArea optional maxLength={200000} rows={5} {...text('subtitles')} />
          <TextArea optional maxLength={200000} rows={5} {...text('subtitlesEn')} />
        </>
      )}
    </fieldset>
  );
}
