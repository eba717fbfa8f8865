import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useAttempt } from './attempt';
import { problemOf, type Problem } from './problem';

interface Options<Input, Output> {
  /** First words of the query keys that show something else after it. */
  readonly refreshes?: readonly string[];
  readonly then?: (output: Output, input: Input) => unknown;
}

/** A change by the API, with its key, its refusal as a Problem, and the lists read anew that show it. */
export function useChange<Input, Output>(
  run: (input: Input, key: string) => Promise<Output>,
  { refreshes = [], then }: Options<Input, Output> = {},
): UseMutationResult<Output, Problem, Input> {
  const attempt = useAttempt();
  const queries = useQueryClient();
  return useMutation<Output, Problem, Input>({
    mutationFn: (input) =>
      attempt(input, (key) => run(input, key)).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSuccess: async (output, input) => {
      await Promise.all(refreshes.map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await then?.(output, input);
    },
  });
}
