import { embeddedPart } from './embedded/part';
import { logPart } from './log/part';
import type { Target } from './measure/figures';
import type { Part } from './part';
import { replayPart } from './replay/part';

export const PARTS: readonly Part[] = [embeddedPart, logPart, replayPart];
export const TARGETS: readonly Target[] = PARTS.flatMap(({ targets }) => targets);
