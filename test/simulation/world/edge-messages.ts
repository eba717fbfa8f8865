/** A request as a user sends it. */
export interface EdgeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Becomes the correlation id. */
  readonly id: string;
}

export interface EdgeReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What a problem was made of; the world reports an unexpected one. */
  readonly cause?: unknown;
}

/** As much of fastify's request as guards, interceptors and parameters look at. */
export function fakeRequest({ method, url, body, headers, id }: EdgeRequest, params: object, query: string): object {
  return {
    id,
    method,
    url,
    headers,
    // As it comes off the wire: nobody shares an object with the sender.
    body: body instanceof Uint8Array ? Buffer.from(body) : body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
    params,
    query: Object.fromEntries(new URLSearchParams(query)),
    ip: '198.51.100.7',
  };
}

/** As much of fastify's reply as interceptors and handlers call. */
export function fakeReply(usualStatus: number) {
  let status = usualStatus;
  const headers: Record<string, string> = {};
  const set = (name: string, value: unknown): void => {
    headers[name.toLowerCase()] = String(value);
  };
  const reply = {
    status: (code: number) => ((status = code), reply),
    code: (code: number) => ((status = code), reply),
    header: (name: string, value: unknown) => (set(name, value), reply),
    headers: (all: Record<string, unknown>) => (
      Object.entries(all).forEach(([name, value]) => set(name, value)),
      reply
    ),
    type: (value: string) => (set('content-type', value), reply),
    finished: (result: unknown): EdgeReply => ({
      status,
      headers,
      body: typeof result === 'string' ? result : result === undefined ? '' : JSON.stringify(result),
    }),
  };
  return reply;
}

/** Where a handler's parameters come from; the numbers are Nest's RouteParamtypes. */
export const routeParams = {
  exchangeKeyForValue(type: number, name: unknown, [request, reply]: [Record<string, unknown>, unknown]): unknown {
    const part = (value: unknown): unknown =>
      typeof name === 'string' ? (value as Record<string, unknown> | undefined)?.[name] : value;
    switch (type) {
      case 0:
        return request;
      case 1:
        return reply;
      case 3:
        return part(request.body);
      case 4:
        return part(request.query);
      case 5:
        return part(request.params);
      case 6:
        return typeof name === 'string'
          ? (request.headers as Record<string, string>)[name.toLowerCase()]
          : request.headers;
      case 11:
        return request.ip;
      default:
        throw new Error(`the simulated edge has no parameter of type ${type}`);
    }
  },
};
