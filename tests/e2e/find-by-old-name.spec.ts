// A reader looks for a parliament by whatever name comes to mind.

import { axe, expect, test } from './fixtures';

const wanted = [
  { words: 'Upper Volta', id: 'bfa', why: 'former or other name: Upper Volta' },
  { words: 'Zaire', id: 'cod', why: 'former or other name: Zaire' },
  { words: 'Ceylon', id: 'lka', why: 'former or other name: Ceylon' },
  { words: 'Ouagadougou', id: 'bfa', why: 'capital: Ouagadougou' },
  // Nearer to how the city is written in Spanish.
  { words: 'ouagadugu', id: 'bfa', why: 'capital: Uagadugú' },
  { words: 'Каир', id: 'egy', why: 'capital: Каир' },
  { words: 'بوركينا', id: 'bfa', why: 'name in another language: بوركينا فاسو' },
  { words: 'cote d ivoire', id: 'civ', why: undefined },
  { words: 'Botswanna', id: 'bwa', why: undefined },
];

for (const { words, id, why } of wanted) {
  test(`“${words}” finds ${id}`, async ({ directory }) => {
    await directory.open();
    await directory.search.fill(words);
    const first = directory.rows.first();
    await expect(first).toHaveAttribute('id', `row-${id}`);
    await expect(first.locator('mark').first()).toBeVisible();
    const reason = first.locator('.member-list__why');
    if (why) await expect(reason).toHaveText(why);
    else await expect(reason).toHaveCount(0);
  });
}

test('the part that matched is marked while typing', async ({ directory }) => {
  await directory.open();
  await directory.search.pressSequentially('zai');
  await expect(directory.row('cod').locator('mark')).toHaveText('Zai');
});

test('the words stand in the address and in the sentence', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open();
  await directory.search.pressSequentially('Ceylon');
  await directory.expectParameters({ q: 'Ceylon' });
  await expect(directory.sentence).toHaveText('1 of 138: parliament matching “Ceylon”');
  await page.goBack();
  await expect(directory.search).toHaveValue('');
  await expect(directory.rows).toHaveCount(138);
});

test('where the filters leave nothing, the nearest names lead out', async ({ directory, page }) => {
  await directory.open('?region=europe');
  await directory.search.fill('upper volta');
  await expect(page.getByText('Nothing fits all of this.')).toBeVisible();
  await expect(directory.rows).toHaveCount(0);
  await axe(page);
  await page.getByRole('link', { name: 'Burkina Faso' }).click();
  await directory.expectSelected('bfa');
  await expect(directory.search).toHaveValue('');
});

test('where nothing is near, one link clears everything', async ({ directory, page }) => {
  await directory.open('?q=xqzwv&region=europe');
  await expect(directory.status).toHaveText(/^None of 138/);
  await page.getByRole('link', { name: 'Clear the search and all filters' }).click();
  await directory.expectParameters({});
  await expect(directory.rows).toHaveCount(138);
});

test('the small cross empties the box', async ({ directory, page }) => {
  await directory.open('?q=zaire&status=member');
  await page.getByRole('link', { name: 'Clear the search' }).click();
  await expect(directory.search).toHaveValue('');
  await directory.expectParameters({ status: 'member' });
});
