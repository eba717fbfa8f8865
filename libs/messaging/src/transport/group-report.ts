/** What a group tells the log of the process. Never the message's text. */
export type GroupReport =
  | { readonly kind: 'dead-letter'; readonly group: string; readonly delivery: string; readonly why: string }
  | { readonly kind: 'deferred' | 'parked'; readonly group: string; readonly delivery: string }
  | { readonly kind: 'slow'; readonly group: string; readonly type: string; readonly ms: number }
  | { readonly kind: 'standstill'; readonly group: string }
  | { readonly kind: 'trouble'; readonly group: string; readonly error: unknown };
