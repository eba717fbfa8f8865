import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { firmMeals, ownMeals } from './meal-months.projection';

/** Keeps the lists of meal vouchers. */
@Consumer('benefits.meal-lists')
export class MealListsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', firmMeals, ownMeals)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, firmMeals, event);
    await project(this.ports.store, ownMeals, event);
  }
}
