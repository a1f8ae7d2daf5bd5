// The engines that the tests run in, and what their drivers cannot do.

import { test } from '@playwright/test';

/** What some tests need of a driver, or of an engine. */
type Ability =
  | 'an audit of accessibility'
  | 'another window'
  | 'a clipboard'
  | 'downloads'
  | 'DevTools'
  | 'a page cache'
  | 'a preferred language'
  | 'scripts switched off'
  | 'a finger'
  | 'a medium'
  | 'a page on paper'
  | 'a screenshot under the policy';

type Engine = 'chromium' | 'firefox' | 'webkit';

/** The engine of this run. */
export const ENGINE = (process.env.ENGINE ?? 'chromium') as Engine;

const MISSING: Record<Engine, Ability[]> = {
  chromium: [],
  firefox: ['an audit of accessibility', 'a clipboard', 'downloads', 'DevTools', 'a page cache', 'scripts switched off', 'a finger', 'a medium', 'a page on paper', 'a screenshot under the policy'],
  webkit: ['an audit of accessibility', 'another window', 'a clipboard', 'downloads', 'DevTools', 'a page cache', 'a preferred language', 'scripts switched off', 'a finger'],
};

/** Leaves out the test that says so, or all tests of its group, where the driver of the engine lacks something. */
export function needs(ability: Ability): void {
  test.skip(MISSING[ENGINE].includes(ability), `the driver of ${ENGINE} lacks ${ability}`);
}
