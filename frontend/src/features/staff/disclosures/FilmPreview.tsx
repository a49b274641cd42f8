import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPublicationFilm, type PublicationFilm } from '@/api/generated';
import { Button, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Publications.module.css';

/** The whole file, put together from the ranges the server sends. */
async function whole(number: string, file: string): Promise<Blob> {
  const parts: Blob[] = [];
  for (let at = 0; ;) {
    const { data, response } = await getPublicationFilm({
      path: { number, file },
      headers: { Range: `bytes=${at}-` },
      parseAs: 'blob',
      throwOnError: true,
    });
    const part = data as Blob;
    parts.push(part);
    at += part.size;
    const size = Number(response.headers.get('Content-Range')?.split('/')[1] ?? at);
    if (at >= size || part.size === 0) return new Blob(parts, { type: 'video/mp4' });
  }
}

/** A film as whoever reviews it sees it, before everybody does. */
export function FilmPreview({ number, film }: { number: string; film: PublicationFilm }) {
  const { t } = useTranslation('disclosures');
  const [address, setAddress] = useState<string>();
  const look = useMutation({
    mutationFn: () => whole(number, film.media.split('/')[1] ?? ''),
    onSuccess: (film) => setAddress(URL.createObjectURL(film)),
  });
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return (
    <section aria-labelledby="film">
      <h2 id="film">{t('film.title')}</h2>
      <p>{film.media}</p>
      {look.error && <Problem problem={toProblem(look.error)} />}
      {address ? (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- the transcript is beside it
        <video className={styles.preview} src={address} controls aria-label={t('film.title')} />
      ) : (
        film.media.endsWith('.mp4') && (
          <Button look="secondary" busy={look.isPending} onClick={() => look.mutate()}>
            {t('film.look')}
          </Button>
        )
      )}
    </section>
  );
}
