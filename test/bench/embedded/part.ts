import type { Part } from '../part';
import { armsOf } from './arms';
import { Stage } from './stage';
import { EMBEDDED_TARGETS } from './targets';

/** One service on one file, over HTTP. */
export const embeddedPart: Part = {
  targets: EMBEDDED_TARGETS,
  async open() {
    const stage = new Stage();
    try {
      await stage.start();
      return { arms: await armsOf(stage), before: () => stage.refreshTokens(), audit: () => stage.audit(), close: () => stage.stop() };
    } catch (error) {
      await stage.stop();
      throw error;
    }
  },
};
