import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessToken } from '@/api/session';
import styles from './Cameras.module.css';
import { dayOf, timeOf } from './span';

type Fault = 'unsupported' | 'lost';

/** Plays a recording, with the time it was recorded at. What it needs for that is loaded only here. */
export function Player({ playlist, title }: { playlist: string; title: string }) {
  const { t } = useTranslation('cameras');
  const video = useRef<HTMLVideoElement>(null);
  const [at, setAt] = useState<Date>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void import('hls.js/light').then(
      ({ default: Hls }) => {
        const screen = video.current;
        if (gone || !screen) return;
        if (!Hls.isSupported()) {
          setFault('unsupported');
          return;
        }
        // No worker: it would be made from a text, which the pages allow nobody.
        const hls = new Hls({
          enableWorker: false,
          maxBufferLength: 30,
          xhrSetup: (request) => {
            request.setRequestHeader('Authorization', `Bearer ${accessToken() ?? ''}`);
          },
        });
        hls.on(Hls.Events.ERROR, (_, data) => {
          if (data.fatal) setFault('lost');
        });
        const tell = () => setAt(hls.playingDate ?? undefined);
        screen.addEventListener('timeupdate', tell);
        hls.loadSource(playlist);
        hls.attachMedia(screen);
        stop = () => {
          screen.removeEventListener('timeupdate', tell);
          hls.destroy();
        };
      },
      () => setFault('lost'),
    );
    return () => {
      gone = true;
      stop();
    };
  }, [playlist]);
  return (
    <figure className={styles.player}>
      <video ref={video} controls playsInline muted preload="auto" aria-label={title} />
      <figcaption>
        <span className={styles.clock} data-testid="recorded-at">
          {at ? `${dayOf(at)} ${timeOf(at)}` : '––:––:––'}
        </span>{' '}
        <span className="quiet small">{t('player.sound')}</span>
      </figcaption>
      {fault && <p role="alert">{t(`player.${fault}`)}</p>}
    </figure>
  );
}
