import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'src/generated'] },
  ...tseslint.configs.strict,
  { files: ['**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'error', 'no-console': 'error' } },
);
