// The files of the parts of the program, as the built site has them.

import { readdirSync } from 'node:fs';

/** Their names without hash and ending: `part-events`, and `part-contacts-events` for what two parts share. */
const files = readdirSync(new URL('../../dist/assets/', import.meta.url)).flatMap((file) => /^(part-[a-z-]+)-[0-9a-f]{16}\.wasm$/.exec(file)?.[1] ?? []);

/** The parts that a file is for. */
export const partsOf = (file: string): string[] => file.split('-').slice(1);

/** All that a part needs beside the first of the program, in the order of their names. */
export const filesOf = (part: string): string[] => files.filter((file) => partsOf(file).includes(part)).toSorted();

/** The files that parts of these draw with. */
export const filesOfAny = (parts: string[]): string[] => files.filter((file) => partsOf(file).some((part) => parts.includes(part)));
