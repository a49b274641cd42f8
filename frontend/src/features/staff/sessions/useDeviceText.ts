import { useTranslation } from 'react-i18next';
import type { Device } from '@/api/generated';
import { useLanguage } from '@/i18n';
import { deviceNames } from './device';

/** Firefox（Windows） / Firefox on Windows, as far as it is known. */
export function useDeviceText(): (device: Device) => string {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (device) => {
    const { browser, system } = deviceNames(device, language);
    return browser && system
      ? t('sessions.device', { browser, system })
      : (browser ?? system ?? t('sessions.unknownDevice'));
  };
}
