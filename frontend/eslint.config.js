import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Forbids imports by path, with the reason shown to whoever trips over it. */
function mayNotImport(files, ...rules) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: rules.map(([regex, message]) => ({ regex, message })) },
      ],
    },
  };
}

const deepRelative = [
  '^\\.\\./\\.\\./',
  'Use the @/ alias instead of climbing more than one folder.',
];

export default tseslint.config(
  { ignores: ['dist', 'src/api/generated', 'playwright-report', 'test-results'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      // Lists without bullets lose their role in Safari unless it is said again.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'], nav: ['navigation'] }],
      // Scrollable regions must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'group'] }],
    },
  },
  {
    // Table rows shown as cards on phones keep being a table only if the roles are said again.
    files: ['src/components/Table.tsx'],
    rules: {
      'jsx-a11y/no-redundant-roles': 'off',
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
    },
  },
  {
    files: ['*.config.*', 'scripts/**', 'mock/**', 'journeys/**'],
    languageOptions: { globals: { ...globals.node } },
  },

  // The rooms of the house. app may import everything; the others look downwards only.
  mayNotImport(
    ['src/components/**'],
    [
      '^@/(features|api|app)(/|$)',
      'Shared components hold no data: give it to them as properties.',
    ],
    deepRelative,
  ),
  mayNotImport(
    ['src/lib/**'],
    ['^@/(features|api|app|components)(/|$)', 'lib is pure: it imports nothing of ours.'],
    deepRelative,
  ),
  mayNotImport(
    ['src/api/**'],
    ['^@/(features|app|components)(/|$)', 'api knows the contract only.'],
  ),
  ...features.map((feature) =>
    mayNotImport(
      [`src/features/${feature}/**`],
      [
        `^@/features/(?!${feature}(/|$))`,
        'Features do not import each other: share through components, lib or the router.',
      ],
      ['^@/app(/|$)', 'Features do not know the application around them.'],
      [`^\\.\\./(${features.join('|')})(/|$)`, 'Features do not import each other.'],
      deepRelative,
      ...(feature === 'board'
        ? [
            [
              '^(react-i18next|i18next|@tanstack/react-query|wouter|@/i18n)',
              'The board is an entry of its own and stays under 80 KB: no router, query or i18n library.',
            ],
          ]
        : []),
    ),
  ),
);
