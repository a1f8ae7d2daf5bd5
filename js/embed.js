// Makes a frame follow its options and its reader. Without it, or where
// something fails, the page stays as it was published: a picture and links.
//
// What the address may ask for: `theme` (auto, light or dark), of the map also
// `colour` (docs/addresses.md). It tells the page around it how high it is, by
// the message `{ hemicycle: { height } }`.

const page = document.documentElement;
const embed = document.querySelector('.embed');
const legends = [...document.querySelectorAll('[data-colour]')];
const known = { theme: ['auto', 'light', 'dark'] };
if (legends.length > 0) known.colour = legends.map((legend) => legend.dataset.colour);

const { chosen, problems } = readOptions(location.search, known);
if (chosen.theme !== 'auto') page.dataset.theme = chosen.theme;
for (const text of problems) {
  const line = document.createElement('p');
  line.className = 'embed__problem';
  line.textContent = text;
  embed.prepend(line);
}
for (const place of document.querySelectorAll('[data-content]')) place.outerHTML = place.dataset.content;

new ResizeObserver(() => {
  parent.postMessage({ hemicycle: { height: Math.ceil(embed.getBoundingClientRect().height) } }, '*');
}).observe(embed);

document.getElementById('filter')?.addEventListener('input', ({ target }) => filterList(target.value));
hidePassed();
if (document.querySelector('.map-picture')) {
  showColours(chosen.colour);
  followMap();
  await drawOutlines().catch((error) => console.info('the map stays a picture:', error));
  colourOutlines(chosen.colour);
}

/** Shows the rows in whose text words begin with those that are typed. */
function filterList(typed) {
  const starts = wordsOf(typed);
  const rows = [...document.querySelectorAll('.embed-list li')];
  for (const row of rows) {
    const own = wordsOf(row.textContent);
    row.hidden = !starts.every((start) => own.some((word) => word.startsWith(start)));
  }
  for (const section of document.querySelectorAll('.embed-list section')) {
    section.hidden = !section.querySelector('li:not([hidden])');
  }
  document.querySelector('.embed-list__none').textContent = rows.every(({ hidden }) => hidden) ? words.none : '';
}

/** The words of a text as they are compared: small and without accents. */
function wordsOf(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hides events that were to come and are over by now; of a month or a year, once that is. */
function hidePassed() {
  const upcoming = document.querySelector('[data-upcoming]');
  if (!upcoming) return;
  const today = new Date().toISOString();
  for (const event of upcoming.children) {
    const { until } = event.dataset;
    event.hidden = today.slice(0, until.length) > until;
  }
  upcoming.nextElementSibling.hidden = Boolean(upcoming.querySelector('li:not([hidden])'));
}

/** The row of a member, which has all that is said of it. */
function rowOf(element) {
  const { member } = element?.dataset ?? {};
  return member && document.querySelector(`.embed-map__list > [data-member="${member}"]`);
}

/** Which class a member is in by the colours that are shown: its entry of the legend; none by region, which its row shows itself. */
function classOf(row) {
  const place = legends.findIndex((legend) => !legend.hidden);
  const number = row.dataset.classes.split(',')[place];
  return number ? legends[place].querySelectorAll('li')[number] : undefined;
}

/** Why a member has its colour, such as "Seats: 50–99"; nothing by region, which its row does not need. */
function reasonOf(row) {
  const entry = classOf(row);
  const name = entry?.closest('[data-colour]').querySelector('b').textContent;
  return entry ? fill(words.named, { name, text: entry.querySelector('.swatch').nextSibling.textContent }) : '';
}

/** The class that gives an element the colour of a member. */
function shadeOf(row) {
  const swatch = (classOf(row) ?? row).querySelector('.swatch');
  return [...swatch.classList].filter((name) => name.startsWith('shade--')).join(' ');
}

/** Shows the legend of these colours, and gives them to all that is beside the outlines. */
function showColours(colour) {
  for (const legend of legends) legend.hidden = legend.dataset.colour !== colour;
  for (const mark of document.querySelectorAll('.map-member')) {
    const row = rowOf(mark);
    mark.querySelector('.map-marker').setAttribute('class', `map-marker ${shadeOf(row)}`);
  }
}

/** Puts the outlines of the picture in its place, so that each can be coloured and pointed at. */
async function drawOutlines() {
  const picture = document.querySelector('.map-picture');
  const answer = await fetch(picture.getAttribute('href'), { integrity: words.map });
  // Its own colours are for who looks at it alone, and a breach of the policy here.
  const svg = (await answer.text()).replace(/<style>.*?<\/style>/s, '');
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const [ground, lines] = ['ground', 'lines'].map((id) => document.importNode(drawn.getElementById(id), true));
  picture.replaceWith(ground, lines);
}

/** Gives outlines the colours of their members, and fades those of which the frame does not tell. */
function colourOutlines() {
  for (const outline of document.querySelectorAll('#ground [data-member]')) {
    const row = rowOf(outline);
    if (!row) {
      outline.dataset.faded = '';
      continue;
    }
    const shade = shadeOf(row);
    outline.setAttribute('class', `map-shape ${shade}`);
    const [, region] = /shade--observer shade--region-(\d+)/.exec(shade) ?? [];
    const pattern = region ?? (shade === 'shade--unknown' ? 'unknown' : undefined);
    if (pattern) outline.setAttribute('fill', `url(#hatch-${pattern})`);
    else outline.removeAttribute('fill');
  }
}

/**
 * Tells of the member under the pointer or the finger, and of the one that has
 * the focus, in a tip beside it; a click on an outline opens its page. The list
 * below has all of them for the keyboard.
 */
function followMap() {
  const panel = document.querySelector('.embed-map__panel');
  const tip = document.createElement('div');
  tip.className = 'map-tooltip';
  tip.hidden = true;
  panel.append(tip);
  const show = (element) => {
    const row = rowOf(element);
    tip.hidden = !row;
    for (const one of panel.querySelectorAll('[data-shown]')) delete one.dataset.shown;
    if (!row) return;
    element.dataset.shown = '';
    const box = document.createElement('div');
    box.className = 'map-tooltip__box';
    box.append(row.querySelector('a').textContent);
    for (const text of [row.querySelector('small').textContent, reasonOf(row)]) {
      box.append(Object.assign(document.createElement('span'), { textContent: text }));
    }
    tip.replaceChildren(box);
    const [at, around] = [element, panel].map((one) => one.getBoundingClientRect());
    const [x, y] = [at.x + at.width / 2 - around.x, at.y + at.height / 2 - around.y];
    tip.dataset.side = [x > around.width / 2 && 'start', y < around.height / 2 && 'below'].filter(Boolean).join(' ');
    place(tip, x, y);
  };
  const memberAt = ({ target }) => target.closest?.('[data-member]');
  panel.addEventListener('pointerover', (event) => show(memberAt(event)));
  panel.addEventListener('pointerleave', () => show(undefined));
  panel.addEventListener('focusin', (event) => show(memberAt(event)));
  panel.addEventListener('focusout', () => show(undefined));
  addEventListener('keydown', ({ key }) => key === 'Escape' && show(undefined));
  // A first tap shows what there is, as a pointer does that has not been pressed.
  let touched;
  panel.addEventListener('click', (event) => {
    const member = memberAt(event);
    const isFirstTap = event.pointerType === 'touch' && member !== touched;
    touched = member;
    if (isFirstTap) event.preventDefault();
    else if (!event.target.closest('a')) rowOf(member)?.querySelector('a').click();
  });
}

/** Moves the tip to a point of the panel, pixels from its upper left. */
function place(tip, x, y) {
  tip.style.transform = `translate(${x}px, ${y}px)`;
}
