// Lint: strict typed rules everywhere, and the walls that a type cannot express. Prettier owns the format.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const HIDDEN_CLOCK_AND_DICE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the date in.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Pass the date in.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Pass the id in.' },
];
const UNSAFE_DOM = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text is text (C3).',
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is text (C3).' },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name='write']",
    message: 'Text is text (C3).',
  },
];
const FETCH = { name: 'fetch', message: 'Only fhir/, config/, pdf/ and knowledge/ fetch (D11).' };

export default tseslint.config(
  { ignores: ['**/*.cjs', 'dist', 'out', 'coverage', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Leaving one field out by name is the plain way to build a case without it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  { files: ['*.js', '*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...UNSAFE_DOM],
      complexity: ['error', 10],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/{fhir,config,pdf,knowledge}/**'],
    rules: { 'no-restricted-globals': ['error', FETCH] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...UNSAFE_DOM, ...HIDDEN_CLOCK_AND_DICE] },
  },
  {
    files: ['src/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
);
