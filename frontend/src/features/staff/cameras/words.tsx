import { useTranslation } from 'react-i18next';
import type { Camera, CameraViewingReason } from '@/api/generated';
import { useNameText } from '@/components';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/i18n';
import { timeOf } from './span';

export const REASONS: readonly CameraViewingReason[] = [
  'complaint',
  'finding',
  'attendance',
  'inspection',
  'lead',
];

/** A camera as people name what it watches: the place, and the window there. */
export function useCameraText() {
  const { t } = useTranslation('cameras');
  const nameText = useNameText();
  return (camera: Camera) =>
    t('camera.text', { place: nameText(camera.place), window: camera.window });
}

/** A span of time: its day, and from when to when. */
export function useSpanText() {
  const language = useLanguage();
  return (from: string, until: string) =>
    `${formatDate(from, language, 'date')} ${timeOf(from)}–${timeOf(until)}`;
}
