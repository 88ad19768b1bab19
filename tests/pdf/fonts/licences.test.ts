import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const { resolve } = createRequire(import.meta.url);

it.each(['atkinson-hyperlegible-next', 'noto-sans'])('the licence of %s goes with the app, as it came', (font) => {
  const shipped = readFileSync(new URL(`../../../public/licences/${font}.txt`, import.meta.url), 'utf8');
  expect(shipped).toBe(readFileSync(resolve(`@expo-google-fonts/${font}/LICENSE_FONT`), 'utf8'));
  expect(shipped).toContain('SIL OPEN FONT LICENSE Version 1.1');
});
