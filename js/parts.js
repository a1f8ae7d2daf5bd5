// Loads the parts of the program that a page needs beside the first.
//
// `cargo xtask build` puts it into the module of wasm-bindgen, whose `wasm` it
// reads, in the place of the one that the splitter writes: this one has the
// files from boot.js, which proves them and knows why one is missing
// (docs/decisions/program-in-parts.md).

/** The files of each part, in the order in which they are loaded. `cargo xtask build` fills it. */
const PARTS = {};

/** What the program calls to have a part loaded. */
const LOADERS = Object.fromEntries(
  Object.entries(PARTS).map(([part, files]) => [`__wasm_split_load_${part}`, (callback, data) => load(files, callback, data)]),
);

/** Each file that is there or on its way, since none may be loaded twice: promises, by name. */
const loading = {};

/** Loads files and tells the program whether they are there; what failed may be tried again. */
async function load(files, callback, data) {
  let isThere = true;
  try {
    for (const file of files) await (loading[file] ??= instantiate(file));
  } catch (error) {
    console.warn('a part of the program did not start:', error);
    isThere = false;
  }
  wasm.__indirect_function_table.get(callback)(data, isThere);
}

async function instantiate(file) {
  // A part that was compiled for developers also wants a number, whichever: by
  // its name the splitter tells parts of other builds.
  const shared = new Proxy(wasm, { get: (program, name) => program[name] ?? 0 });
  try {
    await WebAssembly.instantiate(await window.hemicycle.bytes(file), { __wasm_split: shared });
  } catch (error) {
    delete loading[file];
    throw error;
  }
}

