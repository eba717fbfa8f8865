import { useEffect, useRef, useState } from 'react';
import { useAttempt } from '../api/attempt';
import { bodyOf, change, client } from '../api/client';
import { problemOf, type Problem } from '../api/problem';
import type { DraftView, TypedView } from '../api/views';

/** Long enough for a word, short enough to lose none. */
const PAUSE_MS = 800;

/** Saves under way by call: a page that opens a draft waits for what another one has just left. */
export const savesUnderWay = new Map<string, Promise<void>>();

interface Saving {
  /** When the draft was saved last; undefined where there is none. */
  readonly savedAt: string | undefined;
  /** Whether something is typed that isn't saved yet. */
  readonly isBehind: boolean;
  readonly problem: Problem | undefined;
  /** Tells what is typed now; it is saved after a pause. */
  readonly typed: (value: TypedView) => void;
  /** Saves now what isn't saved yet. */
  readonly settle: () => Promise<void>;
  /** Saves nothing more: what was typed became an application, or was thrown away. */
  readonly stop: () => void;
}

/** Keeps what is typed as the firm's draft of an application, one save after the other, also when the page is left. */
export function useDraftSaving({ firmId, callId, edition, savedAt: firstSavedAt }: DraftView): Saving {
  const attempt = useAttempt();
  const [savedAt, setSavedAt] = useState(firstSavedAt);
  const [isBehind, setBehind] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const now = useRef<{ edition: number; unsaved?: TypedView | undefined; timer?: number; queue: Promise<void>; isOver: boolean }>({ edition, queue: Promise.resolve(), isOver: false });

  const settle = (): Promise<void> => {
    const own = now.current;
    window.clearTimeout(own.timer);
    const save = async (): Promise<void> => {
      const value = own.unsaved;
      if (value === undefined || own.isOver) return;
      own.unsaved = undefined;
      try {
        const body = { edition: own.edition, ...value };
        const ref = await attempt(body, (key) => bodyOf(client.POST('/api/programmes/firms/{firmId}/drafts/{callId}', { params: { path: { firmId, callId } }, body, keepalive: true, ...change(key) })));
        own.edition = ref.edition;
        setSavedAt(ref.savedAt);
        setProblem(undefined);
        setBehind(own.unsaved !== undefined);
      } catch (error) {
        own.unsaved ??= value;
        setProblem(problemOf(error));
      }
    };
    own.queue = own.queue.then(save);
    savesUnderWay.set(callId, own.queue);
    return own.queue;
  };

  const typed = (value: TypedView): void => {
    const own = now.current;
    own.unsaved = value;
    setBehind(true);
    window.clearTimeout(own.timer);
    own.timer = window.setTimeout(() => void settle(), PAUSE_MS);
  };

  const stop = (): void => {
    now.current.isOver = true;
    window.clearTimeout(now.current.timer);
  };

  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    const leave = (): void => void (document.visibilityState === 'hidden' && latest.current());
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void latest.current();
    };
  }, []);

  return { savedAt, isBehind, problem, typed, settle, stop };
}
