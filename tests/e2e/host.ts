// A host of files that does what a test asks of it: another version, a file
// that is altered, missing, or never comes.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** The built site. */
const SITE = new URL('../../dist/', import.meta.url);

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * What the host does in place of giving a file; `half` stops in the middle of
 * it, and breaks off when it is mended, `held` waits until it is mended.
 */
type Fault = 'missing' | 'broken off' | 'half' | 'held';

/** A file of a language, as the service worker knows it. */
interface Published {
  address: string;
  hash: string;
  bytes: number;
}

interface Worker {
  /** What all readers need: hashes by address. */
  shared: Record<string, string>;
  languages: Record<string, { list: Published; pack: Published }>;
}

export class Host {
  /** Paths below the site's folder that were asked for, in order. */
  asked: string[] = [];
  /** Whether it leads from `a.html` to `a`, as some do, and answers 404 at `404`. */
  hidesEndings = false;
  /** Whether what it does not know by its ending is to be saved under its name, as with miniserve 0.35. */
  offersDownloads = false;
  private readonly files = new Map<string, Buffer>();
  private readonly faults = new Map<string, Fault>();
  private readonly mended: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  /** Serves the built site in a folder of a host of its own, such as `/a/b/`. */
  static async start(folder: string): Promise<Host> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const host = new Host(server, folder);
    server.on('request', ({ url, headers }, response) => host.respond(url ?? '', headers.range, response));
    return host;
  }

  /** Where the site is, with a slash at the end. */
  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}${this.folder}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The file as the host would give it; `''` and folders are their pages. */
  async file(path: string): Promise<Buffer> {
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return this.files.get(name) ?? readFile(new URL(name, SITE));
  }

  /** Gives `text` for a file from now on. */
  put(path: string, text: string | Buffer): void {
    this.files.set(path === '' || path.endsWith('/') ? `${path}index.html` : path, Buffer.from(text));
  }

  /** Does this in place of giving a file, until it is mended. */
  fail(path: string, fault: Fault): void {
    this.faults.set(path, fault);
  }

  mend(): void {
    this.faults.clear();
    this.mended.forEach((release) => release());
  }

  /** What the service worker has on its lists. */
  async worker(): Promise<Worker> {
    const text = (await this.file('sw.js')).toString();
    const list = (name: string) => JSON.parse(new RegExp(`const ${name} = (\\{.*?\\n\\}|\\{\\});`, 's').exec(text)![1]);
    return { shared: list('PUBLISHED'), languages: list('LANGUAGES') };
  }

  /**
   * Publishes a newer version, in which the start page says `word` in its
   * title and the lists of the service worker have its hash. Where boot.js is
   * `changed` too, all English pages name another one, as after most changes.
   */
  async publishNewer(word: string, changed = false): Promise<void> {
    let worker = (await this.file('sw.js')).toString();
    const { shared, languages } = await this.worker();
    const { list } = languages.en;
    let files = (await this.file(list.address)).toString();
    const renamed: [string, string][] = [];
    if (changed) {
      const address = Object.keys(shared).find((address) => /^assets\/boot-/.test(address))!;
      const boot = `${await this.file(address)}// ${word}`;
      const newer = address.replace(/[0-9a-f]{16}/, createHash('sha256').update(boot).digest('hex').slice(0, 16));
      this.put(newer, boot);
      renamed.push([address, newer], [shared[address], hashOf(boot)]);
    }
    const rename = (text: string) => renamed.reduce((text, [from, to]) => text.replaceAll(from, to), text);
    for (const [address, hash] of JSON.parse(files) as [string, string][]) {
      if (address !== '' && !(changed && address.endsWith('/'))) continue;
      let page = rename((await this.file(address)).toString());
      if (address === '') page = page.replace(/<title>[^<]*/, `<title>${word}`);
      this.put(address, page);
      files = files.replace(hash, hashOf(page));
    }
    const newerList = `assets/pages-en-${word}.json`;
    this.put(newerList, files);
    worker = rename(worker).replace(list.address, newerList).replace(list.hash, hashOf(files));
    this.put('sw.js', worker);
  }

  private async respond(url: string, range: string | undefined, response: ServerResponse): Promise<void> {
    const path = decodeURI(url.split('?')[0]).slice(this.folder.length);
    this.asked.push(range ? `${path} ${range}` : path);
    if (this.hidesEndings && path.endsWith('.html')) {
      response.writeHead(308, { location: this.folder + path.slice(0, -'.html'.length) }).end();
      return;
    }
    const fault = this.faults.get(path);
    if (fault === 'broken off') {
      response.destroy();
      return;
    }
    if (fault === 'held') await new Promise<void>((release) => this.mended.push(release));
    const isHidden = this.hidesEndings && path !== '404' && !path.endsWith('/') && !extname(path);
    const name = path === '' || path.endsWith('/') ? 'index.html' : isHidden ? `${path}.html` : path;
    const whole = fault === 'missing' ? undefined : await this.file(isHidden ? name : path).catch(() => undefined);
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    };
    if (this.offersDownloads && headers['content-type'] === 'application/octet-stream') {
      headers['content-disposition'] = `attachment; filename="${name}"`;
    }
    const [, start] = /^bytes=(\d+)-$/.exec(range ?? '') ?? [];
    const body = whole?.subarray(Number(start ?? 0));
    if (whole && start) headers['content-range'] = `bytes ${start}-${whole.length - 1}/${whole.length}`;
    if (body) headers['content-length'] = String(body.length);
    response.writeHead(body ? (start ? 206 : 200) : 404, headers);
    if (fault === 'half' && body) {
      response.write(body.subarray(0, body.length / 2));
      this.mended.push(() => response.destroy());
    } else {
      response.end(body);
    }
  }
}

/** As `publish` writes it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
