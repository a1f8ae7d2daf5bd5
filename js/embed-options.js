// The options in the address of a frame, and of the page that gives the code
// for one: read leniently, and what is wrong is said. `publish` puts this before
// the scripts of both.

/** What is said, in the language of the page. */
const words = JSON.parse(document.body.dataset.words);

/** So many values are named where one is wrong; more nobody would read. */
const NAMED = 12;

/**
 * Reads `asked`, as an address has it: for each option of `known`, which has the
 * values of each, the first of them unless another is asked for. What is none
 * is taken for the nearest, if there is one, and told as `problems`.
 */
function readOptions(asked, known) {
  const chosen = Object.fromEntries(Object.entries(known).map(([name, [first]]) => [name, first]));
  const problems = [];
  for (const [name, value] of new URLSearchParams(asked)) {
    const option = nearestOf(name, Object.keys(known));
    if (!option) problems.push([fill(words.unknownOption, { name }), listed(Object.keys(known))]);
    else if (option !== name) problems.push([fill(words.nearestOption, { name, nearest: option })]);
    if (!option) continue;
    const values = known[option];
    chosen[option] = nearestOf(value, values) ?? values[0];
    if (chosen[option] !== value) {
      problems.push([fill(words.unknownValue, { name: option, value, nearest: chosen[option] }), listed(values)]);
    }
  }
  return { chosen, problems: problems.map((sentences) => sentences.filter(Boolean).join(' ')) };
}

/** All of them in a sentence, where they are few. */
function listed(values) {
  return values.length <= NAMED && fill(words.known, { values: values.join(words.separator) });
}

/** The one of `known` that is written most like `asked`; none where more than a third of its letters differ. */
function nearestOf(asked, known) {
  const ranked = known.map((one) => ({ one, steps: editSteps(asked.toLowerCase(), one) }));
  const [first] = ranked.sort((a, b) => a.steps - b.steps);
  return first && first.steps <= Math.max(first.one.length / 3, 1) ? first.one : undefined;
}

/** How many letters are changed, added or left out between two words (Levenshtein). */
function editSteps(from, to) {
  let row = [...to, ''].map((_, place) => place);
  for (const [place, letter] of [...from].entries()) {
    const next = [place + 1];
    for (const [at, other] of [...to].entries()) {
      next.push(Math.min(row[at] + (letter === other ? 0 : 1), row[at + 1] + 1, next[at] + 1));
    }
    row = next;
  }
  return row.at(-1);
}

/** A text with values in place of their names in braces. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

