/** What a changing route answers. The body is made from the decided events alone, so that a repeat makes the same one. */
export interface Answer<B extends object = object> {
  readonly status: 200 | 201 | 202;
  readonly body: B;
  readonly location?: string;
  /** Where the write left its aggregate, `id:sequence`; a GET that sends it sees the change. */
  readonly position?: string;
  /** For a process: reads it until it is final or the time is over; used only where the request says `Prefer: wait`. */
  readonly whenFinal?: (withinMs: number) => Promise<Answer | undefined>;
}

/** An answer as it is stored and sent, byte for byte. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function sentAnswer(answer: Answer): SentAnswer {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (answer.location !== undefined) headers.location = answer.location;
  if (answer.position !== undefined) headers['salvatempo-position'] = answer.position;
  return { status: answer.status, headers, body: JSON.stringify(answer.body) };
}
