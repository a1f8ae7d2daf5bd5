// Gives the code for a frame, and shows what stands in it.

const form = adopt(document.querySelector('main [data-content]'));
const preview = document.getElementById('embed-preview');
const code = document.getElementById('embed-code');
const { folder, folders, ownLanguage } = form.dataset;
const root = new URL(form.dataset.root, location);
const menus = [...form.querySelectorAll('select')];

try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's preference holds.
}

const known = Object.fromEntries(menus.map(({ name, options }) => [name, [...options].map(({ value }) => value)]));
// Without a word about it, the language is that of this page.
known.language.sort((one) => (one === ownLanguage ? -1 : 0));
const { chosen, problems } = readOptions(location.search, known);
for (const menu of menus) menu.value = chosen[menu.name];
document.getElementById('embed-problem').textContent = problems.join(' ');

form.addEventListener('change', show);
form.addEventListener('submit', (event) => event.preventDefault());
preview.addEventListener('load', writeCode);
addEventListener('message', ({ source, data }) => {
  if (source !== preview.contentWindow || !data?.hemicycle) return;
  preview.height = data.hemicycle.height;
  writeCode();
});
document.getElementById('embed-copy').addEventListener('click', async () => {
  const copied = document.getElementById('embed-copied');
  code.select();
  await navigator.clipboard?.writeText(code.value).then(() => (copied.textContent = copied.dataset.done));
});
show();

/** Brings what needs scripts into the page. */
function adopt(place) {
  place.outerHTML = place.dataset.content;
  return document.getElementById('embed');
}

/** What is chosen of a menu. */
function value(name) {
  return form.elements[name].value;
}

/** Shows what is chosen, and keeps it in the address. */
function show() {
  const kind = value('what');
  for (const label of form.querySelectorAll('[data-of]')) {
    label.hidden = !label.dataset.of.split(' ').includes(kind);
  }
  const record = { members: `${value('member')}/`, map: region(), list: region(), events: '' }[kind];
  const home = folders.split(',')[[...form.elements.language.options].findIndex(({ selected }) => selected)];
  const address = new URL(`${home}${folder}${kind}/${record}`, root);
  const options = kind === 'map' ? ['theme', 'colour'] : ['theme'];
  for (const name of options) {
    if (value(name) !== known[name][0]) address.searchParams.set(name, value(name));
  }
  preview.width = value('width');
  // Another address in the same frame would be a step back for the reader.
  if (preview.src !== address.href) preview.contentWindow.location.replace(address);
  preview.dataset.address = address;
  const visible = menus.filter((menu) => !menu.closest('[hidden]') && menu.value !== known[menu.name][0]);
  const asked = new URLSearchParams(visible.map((menu) => [menu.name, menu.value]));
  history.replaceState(null, '', asked.size > 0 ? `?${asked}` : location.pathname);
}

/** The folder of the region, if one is chosen. */
function region() {
  return value('region') === known.region[0] ? '' : `${value('region')}/`;
}

/** Writes the code for what the frame shows by now, once it has come. */
function writeCode() {
  const shown = preview.contentDocument;
  const link = shown?.querySelector('link[rel="canonical"]')?.href;
  if (!link || !preview.height) return;
  const [address, title, name, page] = [preview.dataset.address, shown.title, shown.querySelector('h1').textContent, link].map(escaped);
  code.value = `<iframe src="${address}" title="${title}" width="${preview.width}" height="${preview.height}" style="border:0;max-width:100%" loading="lazy"></iframe>
<p><a href="${page}">${name}</a></p>`;
}

/** A text as HTML. */
function escaped(text) {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
