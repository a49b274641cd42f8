import { describe, expect, it } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', {
  eager: true,
  import: 'default',
});

type Texts = Record<string, string>;

function flatten(value: unknown, prefix = ''): Texts {
  if (typeof value !== 'object' || value === null) return { [prefix]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      flatten(inner, prefix ? `${prefix}.${key}` : key),
    ),
  ) as Texts;
}

// English has a singular, Chinese has none: a key counts once without its plural ending.
const base = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort();

const namespaces = [...new Set(Object.keys(files).map((file) => file.split('/')[2]!))];

describe.each(namespaces)('texts of %s', (namespace) => {
  const chinese = flatten(files[`./zh-CN/${namespace}`]);
  const english = flatten(files[`./en/${namespace}`]);

  it('has the same keys in both languages', () => {
    const keys = (texts: Texts) => [...new Set(Object.keys(texts).map(base))].sort();
    expect(keys(english)).toEqual(keys(chinese));
  });

  it('has no empty text', () => {
    for (const [key, text] of [...Object.entries(chinese), ...Object.entries(english)]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('fills the same places in both languages', () => {
    for (const [key, text] of Object.entries(chinese)) {
      const counterpart = english[key] ?? english[`${base(key)}_other`] ?? '';
      expect(placeholders(counterpart), key).toEqual(placeholders(text));
    }
  });
});

it('keeps Chinese out of the English texts', () => {
  for (const [file, texts] of Object.entries(files)) {
    if (!file.startsWith('./en/')) continue;
    for (const [key, text] of Object.entries(flatten(texts))) {
      if (key.endsWith('InOtherLanguage')) continue;
      expect(text, `${file} ${key}`).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
});
