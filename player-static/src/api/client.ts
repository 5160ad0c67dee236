import type { Addresses } from './address';
import { decodeArtwork, fieldsOf, type Artwork } from './artwork';
import { decodePlans, type PlanPage } from './plans';
import { slugPath } from './slug';

/** What the server said no to, or that it could not be reached (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail ? `${title}: ${detail}` : title);
    this.name = 'ApiError';
  }
}

/** A page of the library. */
export interface ArtworkPage {
  readonly artworks: readonly Artwork[];
  /** Null where the server does not tell. */
  readonly total: number | null;
  readonly more: boolean;
}

export interface ArtworkQuery {
  readonly text: string;
  readonly page: number;
  readonly size: number;
}

/** The HTTP API. */
export class ApiClient {
  constructor(
    private readonly addresses: Pick<Addresses, 'api'>,
    private readonly load: typeof fetch = (...args) => fetch(...args),
  ) {}

  async page(query: ArtworkQuery, signal?: AbortSignal): Promise<ArtworkPage> {
    const parameters = new URLSearchParams({ page: String(query.page), size: String(query.size) });
    if (query.text) {
      parameters.set('q', query.text);
    }
    const response = await this.get(`artworks?${parameters}`, signal);
    const artworks: unknown = await response.json();
    const total = Number.parseInt(response.headers.get('X-Total-Count') ?? '', 10);
    return {
      artworks: Array.isArray(artworks) ? artworks.map(decodeArtwork) : [],
      total: Number.isNaN(total) ? null : total,
      more: hasNext(response.headers.get('Link')),
    };
  }

  async artwork(slug: string, signal?: AbortSignal): Promise<Artwork> {
    const response = await this.get(`artworks/${slugPath(slug)}`, signal);
    return decodeArtwork(await response.json());
  }

  /** The plans of an artwork, the newest first. Fails with 404 where the server keeps none. */
  async plans(slug: string, offset: number, limit: number, signal?: AbortSignal): Promise<PlanPage> {
    const response = await this.get(`artworks/${slugPath(slug)}/plans?offset=${offset}&limit=${limit}`, signal);
    return decodePlans(await response.json());
  }

  /** Tells how an artwork's sphere lies on its frame, in place of what its file says. */
  async tellSphere(slug: string, projection: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const address = this.addresses.api(`artworks/${slugPath(slug)}/sphere`);
    const response = await this.load(address, { method: 'PUT', headers, body: JSON.stringify({ projection }) });
    if (!response.ok) {
      throw await refusal(response);
    }
  }

  private async get(path: string, signal?: AbortSignal): Promise<Response> {
    const response = await this.reach(this.addresses.api(path), signal);
    if (!response.ok) {
      throw await refusal(response);
    }
    return response;
  }

  private async reach(address: string, signal?: AbortSignal): Promise<Response> {
    try {
      const headers = { Accept: 'application/json' };
      return await this.load(address, { headers, cache: 'no-cache', ...(signal && { signal }) });
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      throw new ApiError(0, 'The server cannot be reached', 'Check the connection; this page tries again.');
    }
  }
}

/** Whether a Link header (RFC 8288) leads to a next page. */
export function hasNext(link: string | null): boolean {
  return /;\s*rel="?next"?(\s*[,;]|\s*$)/.test(link ?? '');
}

/** The problem details (RFC 9457) of an answer, or its status where it has none. */
async function refusal(response: Response): Promise<ApiError> {
  const problem = fieldsOf(await response.json().catch(() => null));
  const title = typeof problem['title'] === 'string' ? problem['title'] : `The server answered ${response.status}`;
  const detail = typeof problem['detail'] === 'string' ? problem['detail'] : '';
  return new ApiError(response.status, title, detail);
}
