import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CameraClip } from '@/api/generated';
import { listFindingClipsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Name, Problem, Section } from '@/components';
import { formatSize } from '@/lib/size';
import { toProblem } from '@/lib/problem';
import styles from './Cameras.module.css';
import { Gaps } from './Gaps';
import { Player } from './Player';
import { useCameraText, useSpanText } from './words';

function Clip({ clip }: { clip: CameraClip }) {
  const { t } = useTranslation('cameras');
  const cameraText = useCameraText();
  const spanText = useSpanText();
  const [open, setOpen] = useState(false);
  const title = cameraText(clip.camera);
  return (
    <li className={styles.clip}>
      <h3>
        {title} · {spanText(clip.from, clip.until)}
      </h3>
      <p>{clip.note}</p>
      <p className="quiet small">
        <Name of={clip.attachedBy} /> <DateTime value={clip.attachedAt} /> ·{' '}
        {formatSize(clip.bytes)}
        <br />
        SHA-256 <span className={styles.hash}>{clip.sha256}</span>
      </p>
      {clip.gaps.length > 0 && <Gaps gaps={clip.gaps} />}
      {open ? (
        <Player playlist={`/api/v1/camera-clips/${clip.id}/playlist`} title={title} />
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {t('clips.play')}
        </Button>
      )}
    </li>
  );
}

/** Recordings attached to a finding 录像证据, for those who may look at recordings. */
export function FindingClips({ finding }: { finding: string }) {
  const { t } = useTranslation('cameras');
  const found = useQuery(listFindingClipsOptions({ path: { findingId: finding } }));
  return (
    <Section id="clips" title={t('clips.title')}>
      {found.isPending && <Loading lines={2} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data?.items.length === 0 && <p className="quiet">{t('clips.none')}</p>}
      <ul role="list" className={styles.clips}>
        {found.data?.items.map((clip) => (
          <Clip key={clip.id} clip={clip} />
        ))}
      </ul>
      <p>
        <Link href={`/staff/cameras?finding=${finding}`}>{t('clips.look')}</Link>
      </p>
    </Section>
  );
}
