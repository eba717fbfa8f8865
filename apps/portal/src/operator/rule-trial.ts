import { problemOfBody } from '../api/problem';
import type { PurchaseTrialView, RuleTrialView } from '../api/views';

/** What another rule would have done. */
export interface Trials {
  readonly applications: RuleTrialView;
  /** None where no firm has a grant yet. */
  readonly purchases: PurchaseTrialView | undefined;
}

interface Line {
  readonly decisions?: number;
  readonly result?: PurchaseTrialView;
}

/**
 * Tries a rule on the purchases of a call. The answer comes line by line: `onProgress` is told how many purchases were decided
 * again, and the last line is the result. Throws Problem, and TypeError where the stream breaks off.
 */
export async function tryOnPurchases(callId: string, changes: Readonly<Record<string, number>>, onProgress: (decisions: number) => void): Promise<PurchaseTrialView> {
  const query = new URLSearchParams(Object.entries(changes).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`/api/marketplace/purchase-trials/${callId}?${query}`, { credentials: 'same-origin' });
  if (!response.ok) throw problemOfBody(await response.json().catch(() => undefined), response.status);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let left = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new TypeError('the answer broke off');
    const lines = (left + value).split('\n');
    left = lines.pop()!;
    for (const text of lines) {
      const { decisions, result } = JSON.parse(text) as Line;
      if (result) return result;
      if (decisions !== undefined) onProgress(decisions);
    }
  }
}
