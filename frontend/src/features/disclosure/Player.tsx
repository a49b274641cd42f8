import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VideoSummary } from '@/api/generated';
import { useNameText } from '@/components';
import { useLanguage } from '@/i18n';

const HLS = 'application/vnd.apple.mpegurl';

/** A film with its subtitles, played by the browser itself; a stream by what is loaded only here where it can't. */
export function Player({
  of,
  autoPlay = false,
  onEnded,
  className,
}: {
  of: VideoSummary;
  autoPlay?: boolean;
  onEnded?: () => void;
  className?: string | undefined;
}) {
  const { t } = useTranslation('video');
  const nameText = useNameText();
  const language = useLanguage();
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState<'unsupported' | 'lost'>();
  useEffect(() => {
    const screen = video.current;
    if (!screen) return;
    setFault(undefined);
    if (of.mediaType !== HLS || screen.canPlayType(HLS)) {
      screen.src = of.media;
      return;
    }
    let gone = false;
    let stop = () => {};
    void import('hls.js/light').then(
      ({ default: Hls }) => {
        if (gone) return;
        if (!Hls.isSupported()) {
          setFault('unsupported');
          return;
        }
        // No worker: it would be made from a text, which the pages allow nobody.
        const hls = new Hls({ enableWorker: false });
        hls.on(Hls.Events.ERROR, (_, data) => {
          if (data.fatal) setFault('lost');
        });
        hls.loadSource(of.media);
        hls.attachMedia(screen);
        stop = () => hls.destroy();
      },
      () => setFault('lost'),
    );
    return () => {
      gone = true;
      stop();
    };
  }, [of.media, of.mediaType]);
  return (
    <div className={className}>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- where there are none, the transcript is beside it */}
      <video
        ref={video}
        controls
        playsInline
        autoPlay={autoPlay}
        preload="metadata"
        poster={of.poster}
        aria-label={nameText({ name: of.title, nameEn: of.titleEn })}
        onEnded={onEnded}
        onError={() => setFault('lost')}
      >
        {of.subtitles.map((each) => (
          <track
            key={each}
            kind="subtitles"
            src={`/api/v1/videos/${encodeURIComponent(of.number)}/subtitles/${each}`}
            srcLang={each === 'zh' ? 'zh-CN' : 'en'}
            label={t(`subtitles.${each}`)}
            default={(each === 'en') === (language === 'en')}
          />
        ))}
      </video>
      {fault && <p role="alert">{t(fault)}</p>}
    </div>
  );
}
