import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './api-docs.css';
import { initialLanguage, keepLanguage, type Language } from '@/lib/language';

/**
 * The contract to look at and to try, an entry of its own: nobody who isn't a developer loads it, and
 * its page alone may have the inline styles that the library needs.
 */
const WORDS = {
  'zh-CN': {
    title: '接口文档',
    lead: '以下内容由接口描述文件 openapi.yaml 直接生成，可在本页对当前服务器试用。公开数据无需登录；需要登录的操作，可点击 Authorize 填入访问令牌。',
    home: '阳光办首页',
    guide: '开发者指南',
    file: '下载 openapi.yaml',
    other: 'English',
    skip: '跳到接口列表',
    label: '接口文档导航',
    demoOnly: '试用会真实地调用本服务器：提交类操作会产生真实的办件。',
  },
  en: {
    title: 'API documentation',
    lead: 'Generated from the contract, openapi.yaml; every operation can be tried here against this server. Public data needs no sign-in; for the rest enter an access token under Authorize.',
    home: 'Sunlit home',
    guide: 'Developer guide',
    file: 'Download openapi.yaml',
    other: '中文',
    skip: 'Skip to the operations',
    label: 'API documentation',
    demoOnly: 'Trying calls this server for real: whatever submits something submits it.',
  },
} as const satisfies Record<Language, object>;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.textContent = text;
  return made;
}

function link(text: string, href: string): HTMLAnchorElement {
  return element('a', text, { href });
}

function showChrome(language: Language): void {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = `${words.title} · Sunlit 阳光办`;
  const other = element('button', words.other, { type: 'button' });
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  other.addEventListener('click', () => {
    const next: Language = language === 'en' ? 'zh-CN' : 'en';
    keepLanguage(next);
    showChrome(next);
    document.querySelector<HTMLButtonElement>('#chrome button')?.focus();
  });
  const skip = link(words.skip, '#contract');
  skip.className = 'docs-skip';
  const navigation = element('nav', '');
  navigation.setAttribute('aria-label', words.label);
  navigation.append(
    link(words.home, '/'),
    link(words.guide, '/developers'),
    link(words.file, '/q/openapi'),
    other,
  );
  document.getElementById('chrome')?.replaceChildren(
    skip,
    navigation,
    // The contract's own title is the page's heading.
    element('p', words.title, { className: 'docs-title' }),
    element('p', words.lead),
    element('p', words.demoOnly, { className: 'docs-warning' }),
  );
}

showChrome(initialLanguage());
SwaggerUI({
  dom_id: '#contract',
  url: '/q/openapi?format=json',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  // What is typed here is gone with the page, and nothing is asked of anybody else.
  persistAuthorization: false,
  validatorUrl: null,
  withCredentials: false,
});
