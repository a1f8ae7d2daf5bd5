// The codes of contact cards as a camera reads them, of all members in all languages.
import { readdirSync, readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { expect, test } from './fixtures';

const site = new URL('../../dist/', import.meta.url);
/** Pixels for a module. */
const SCALE = 4;

/** The code of a page as pixels; none where it has none. */
function code(html: string): { size: number; pixels: Uint8ClampedArray } | undefined {
  const svg = html.match(/<svg viewBox="0 -\.5 (\d+) [^>]*class="qr-code".*?<\/svg>/s);
  if (!svg) return undefined;
  const size = Number(svg[1]) * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, length] of svg[0].matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = 0; row < SCALE; row++) {
      const start = (Number(y) * SCALE + row) * size + Number(x) * SCALE;
      for (let at = start; at < start + Number(length) * SCALE; at++) pixels.fill(0, at * 4, at * 4 + 3);
    }
  return { size, pixels };
}

test('every code is read as the card, and letters beyond ASCII as UTF-8', () => {
  const folders = readdirSync(site, { recursive: true, encoding: 'utf8' });
  let count = 0;
  for (const folder of folders.filter((name) => /^(\w+\/)?members\/[^/.]+$/.test(name))) {
    const drawn = code(readFileSync(new URL(`${folder}/index.html`, site), 'utf8'));
    if (!drawn) continue;
    const read = jsQR(drawn.pixels, drawn.size, drawn.size)!;
    const unfolded = (text: string) => text.replaceAll('\r\n ', '');
    const name = unfolded(read.data).match(/^FN:.*$/m)![0].trim();
    const card = unfolded(readFileSync(new URL(`${folder}/contact.vcf`, site), 'utf8'));
    expect(card.split('\r\n'), folder).toContain(name);
    // Readers that are told nothing guess; by 26 an ECI says UTF-8.
    const is26 = (chunk: any) => chunk.type === 'eci' && chunk.assignmentNumber === 26;
    expect(read.chunks.some(is26), folder).toBe(/[^\0-\x7f]/.test(read.data));
    count++;
  }
  expect(count).toBeGreaterThan(0);
});
