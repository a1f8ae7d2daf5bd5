// Keeps the site for reading without a network, and tells when a newer version
// of it is there.
//
// It says how far that is on <html>: `data-offline` is `offered`, `saving`,
// `saved` or `failed`, `data-newer` is there with a newer version. The page has
// the words for each and shows those that hold (styles/components/offline-note.css).

const page = document.documentElement;

/** Saves all pages of the site in the folder `root`, in one language, unless the reader spares data. */
export async function keepOffline(root, language) {
  const workers = navigator.serviceWorker;
  // Absent on plain http and in some private windows: nothing is offered then.
  if (!workers) return;
  const registration = await workers.getRegistration(root).catch(() => undefined);
  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('[data-offline-action]')?.dataset.offlineAction;
    if (pressed === 'save') save(root, language);
    if (pressed === 'update') takeOver(root);
  });
  if (!registration && navigator.connection?.saveData) page.dataset.offline = 'offered';
  else await save(root, language);
}

async function save(root, language) {
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', root), { updateViaCache: 'none' });
    if (registration.active) keepLanguage(registration.active, language);
    if (registration.waiting) page.dataset.newer = '';
    showProgressOf(registration, registration.installing);
    registration.addEventListener('updatefound', () => showProgressOf(registration, registration.installing));
  } catch (error) {
    console.info('nothing is kept for reading without a network:', error);
    page.dataset.offline = 'failed';
  }
}

/** Has the pages of a language kept beside those of others. */
function keepLanguage(worker, language) {
  page.dataset.offline = 'saving';
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    page.dataset.offline = data.kept ? 'saved' : 'failed';
  });
  // Messages wait until this is called, where none is heard by `onmessage`.
  navigator.serviceWorker.startMessages();
  worker.postMessage({ language });
}

/** Tells how a version comes along. */
function showProgressOf(registration, worker) {
  if (!worker) return;
  const isFirst = !registration.active;
  const showState = () => {
    if (isFirst) {
      const states = { installing: 'saving', activated: 'saved', redundant: 'failed' };
      page.dataset.offline = states[worker.state] ?? page.dataset.offline;
    } else if (worker.state === 'installed') {
      page.dataset.newer = '';
    }
  };
  worker.addEventListener('statechange', showState);
  showState();
}

/** Lets the newer version take over, and shows it. */
async function takeOver(root) {
  const registration = await navigator.serviceWorker.getRegistration(root);
  const worker = registration?.waiting;
  // Another tab may have been quicker.
  if (!worker) return location.reload();
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') location.reload();
  });
  worker.postMessage('take over');
}
