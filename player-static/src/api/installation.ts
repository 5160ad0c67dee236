import type { Addresses } from './address';
import { fieldsOf, number, text } from './artwork';
import { ApiError } from './client';

/** A playlist for an installation. */
export interface Installation {
  readonly name: string;
  readonly title: string;
  readonly loop: boolean;
  readonly autostart: boolean;
  /** One after the other. */
  readonly montages: readonly Montage[];
}

/** What the screens show at the same time. */
export interface Montage {
  readonly title: string;
  /** One for each screen. */
  readonly tracks: readonly Track[];
}

/** What one screen shows: items, one after the other. */
export interface Track {
  readonly items: readonly Item[];
}

/** An artwork or a part of one. */
export interface Item {
  readonly slug: string;
  /** Seconds; null: its beginning. */
  readonly from: number | null;
  /** Seconds; null: its end. */
  readonly until: number | null;
  readonly mute: boolean;
}

/** A playlist in a list of them. */
export interface Listed {
  readonly name: string;
  readonly title: string;
  readonly items: number;
}

/** A playlist and the state it was read in, which a change of it names. */
export interface Read {
  readonly installation: Installation;
  readonly tag: string;
}

/** Reads a playlist; what is missing has a neutral value, and items without a slug are left out. */
export function decodeInstallation(value: unknown, name: string): Installation {
  const fields = fieldsOf(value);
  return {
    name: text(fields['name']) ?? name,
    title: text(fields['title']) ?? name,
    loop: fields['loop'] !== false,
    autostart: fields['autostart'] !== false,
    montages: list(fields['montages']).map((montage) => ({
      title: text(fieldsOf(montage)['title']) ?? '',
      tracks: list(fieldsOf(montage)['tracks']).map((track) => ({
        items: list(fieldsOf(track)['items']).flatMap(decodeItem),
      })),
    })),
  };
}

function decodeItem(value: unknown): Item[] {
  const { slug, from, until, mute } = fieldsOf(value);
  const artwork = text(slug);
  return artwork ? [{ slug: artwork, from: seconds(from), until: seconds(until), mute: mute === true }] : [];
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The part of the HTTP API that is about playlists. */
export class InstallationClient {
  constructor(
    private readonly addresses: Pick<Addresses, 'api'>,
    private readonly load: typeof fetch = (...args) => fetch(...args),
  ) {}

  async list(): Promise<Listed[]> {
    const answer: unknown = await (await this.ask('playlists?size=500', {})).json();
    return list(answer).flatMap((each) => {
      const fields = fieldsOf(each);
      const name = text(fields['name']);
      return name ? [{ name, title: text(fields['title']) ?? name, items: number(fields['items']) }] : [];
    });
  }

  async read(name: string, signal?: AbortSignal): Promise<Read> {
    return this.decoded(await this.ask(path(name), signal ? { signal } : {}), name);
  }

  /** Saves a playlist. @param tag the state that it changes; null: it is new */
  async save(installation: Installation, tag: string | null): Promise<Read> {
    const condition = tag === null ? { 'If-None-Match': '*' } : { 'If-Match': tag };
    const headers = { 'Content-Type': 'application/json', ...condition };
    const response = await this.ask(path(installation.name), { method: 'PUT', headers, body: JSON.stringify(installation) });
    return this.decoded(response, installation.name);
  }

  async remove(name: string, tag: string): Promise<void> {
    await this.ask(path(name), { method: 'DELETE', headers: { 'If-Match': tag } });
  }

  private async decoded(response: Response, name: string): Promise<Read> {
    return { installation: decodeInstallation(await response.json(), name), tag: response.headers.get('ETag') ?? '*' };
  }

  private async ask(where: string, options: RequestInit): Promise<Response> {
    let response: Response;
    try {
      const headers = { Accept: 'application/json', ...options.headers };
      response = await this.load(this.addresses.api(where), { cache: 'no-cache', ...options, headers });
    } catch (error) {
      if (options.signal?.aborted) {
        throw error;
      }
      throw new ApiError(0, 'The server cannot be reached', 'Check the connection and try again.');
    }
    if (!response.ok) {
      const problem = fieldsOf(await response.json().catch(() => null));
      throw new ApiError(
        response.status,
        text(problem['title']) ?? `The server answered ${response.status}`,
        text(problem['detail']) ?? '',
      );
    }
    return response;
  }
}

function path(name: string): string {
  return `playlists/${encodeURIComponent(name)}`;
}
