import { thresholdChoiceMade, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, NOTHING, slice } from '@salvatempo/kernel';
import { BY_DEFAULT, type AboveThreshold } from '../domain/threshold-consent';

/** What a firm chose for whoever comes to the threshold of art. 51 c.3. One document a firm. */
export interface ThresholdChoice {
  readonly aboveThreshold: AboveThreshold;
}

export const thresholdChoice = { service: 'benefits', name: 'threshold-choice', prefix: 'thc', schema: 1, initial: { aboveThreshold: BY_DEFAULT } as ThresholdChoice };
export const thresholdChoiceIdOf = (firmId: string): string => derivedId('thc', firmId);

/** From then on; what was bought or agreed to before stays as it is. */
export const chooseAboveThresholdSlice = slice<ThresholdChoice, { readonly firmId: string; readonly aboveThreshold: AboveThreshold }>({
  command: 'choose-above-threshold',
  decide: ({ firmId, aboveThreshold }, state, { id }) => (aboveThreshold === state.aboveThreshold ? NOTHING : accept(thresholdChoiceMade.of({ choiceId: id, firmId, aboveThreshold }))),
  evolve: {
    [thresholdChoiceMade.type]: (_: ThresholdChoice, { aboveThreshold }: DataOf<typeof thresholdChoiceMade>): ThresholdChoice => ({ aboveThreshold }),
  },
});
