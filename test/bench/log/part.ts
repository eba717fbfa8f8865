import type { Part } from '../part';
import { logArms } from './arms';
import { LogStage } from './stage';
import { LOG_TARGETS } from './targets';

/** Services on a real broker and a document server, and what kafkajs alone does on the same broker. */
export const logPart: Part = {
  targets: LOG_TARGETS,
  async open() {
    const stage = new LogStage();
    try {
      await stage.start();
      return { arms: logArms(stage), before: () => stage.refreshToken(), audit: () => stage.audit(), close: () => stage.stop() };
    } catch (error) {
      await stage.stop();
      throw error;
    }
  },
};
