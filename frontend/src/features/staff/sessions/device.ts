import type { Device } from '@/api/generated';
import type { Language } from '@/lib/language';

/** As they are called in China; the others have one name everywhere. */
const CHINESE: Record<string, string> = {
  DingTalk: '钉钉',
  WeCom: '企业微信',
  WeChat: '微信',
  'Huawei Browser': '华为浏览器',
  'Mi Browser': '小米浏览器',
  'QQ Browser': 'QQ浏览器',
  'UC Browser': 'UC浏览器',
};

export interface DeviceNames {
  browser: string | undefined;
  system: string | undefined;
}

export function deviceNames(device: Device, language: Language): DeviceNames {
  const { browser, system } = device;
  return {
    browser: browser && language === 'zh-CN' ? (CHINESE[browser] ?? browser) : browser,
    system,
  };
}
