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

/** What the host does in place of giving a file. */
type Fault = 'missing' | 'broken off';

export class Host {
  /** Paths below the site's folder that were asked for, in order. */
  asked: string[] = [];
  private readonly files = new Map<string, Buffer>();
  private readonly faults = new Map<string, Fault>();

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  /** Serves the built site in a folder of a host of its own, such as `/a/b/`. */
  static async start(folder: string): Promise<Host> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const host = new Host(server, folder);
    server.on('request', ({ url }, response) => host.respond(url ?? '', response));
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
  }

  /**
   * Publishes a newer version, in which the start page says `word` in its
   * title and the lists of the service worker have its hash.
   */
  async publishNewer(word: string): Promise<void> {
    const page = (await this.file('')).toString();
    const newer = page.replace(/<title>[^<]*/, `<title>${word}`);
    const worker = (await this.file('sw.js')).toString();
    const [list] = /assets\/pages-en-[^"]*/.exec(worker) ?? [];
    const pages = (await this.file(list!)).toString();
    const newerPages = pages.replace(hashOf(page), hashOf(newer));
    const newerList = `assets/pages-en-${word}.json`;
    this.put('', newer);
    this.put(newerList, newerPages);
    this.put('sw.js', worker.replace(list!, newerList).replace(hashOf(pages), hashOf(newerPages)));
  }

  private async respond(url: string, response: ServerResponse): Promise<void> {
    const path = decodeURI(url.split('?')[0]).slice(this.folder.length);
    this.asked.push(path);
    const fault = this.faults.get(path);
    if (fault === 'broken off') {
      response.destroy();
      return;
    }
    const body = fault ? undefined : await this.file(path).catch(() => undefined);
    const name = path === '' || path.endsWith('/') ? 'index.html' : path;
    response.writeHead(body ? 200 : 404, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    response.end(body);
  }
}

/** As `publish` writes it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
