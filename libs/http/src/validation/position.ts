import type { Position } from '@salvatempo/messaging';

/** Reads the `salvatempo-position` header that a write answered with; undefined for none or nonsense, which only means not waiting. */
export function positionOf(header: string | undefined): Position | undefined {
  const match = /^([a-z]{2,12}_[0-9a-z]{26}):(\d{1,9})$/.exec(header ?? '');
  return match ? { id: match[1]!, sequence: Number(match[2]) } : undefined;
}
